package io.ledgerbridge.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import io.ledgerbridge.WholeProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What {@code crash.SoakTest} showed: H2's file had 450 MB after 4,600 orders, 18 of them in use. */
@WholeProgram
class SparseChunksTest {

    private static final int ROWS = 400;
    private static final int ROUNDS = 20;

    /** H2 keeps what is out of date for 45 s by default. */
    private static final String AT_ONCE = ";WRITE_DELAY=0;RETENTION_TIME=0";

    @TempDir
    Path directory;

    private final Random random = new Random(14);

    @Test
    void keepTheFileNearTheSizeOfWhatIsInIt() throws Exception {
        long grown = sizeAfterWork("untended", false);
        long kept = sizeAfterWork("tended", true);

        assertThat(kept).as("of %d", grown).isLessThan(grown / 2);
    }

    @Test
    void areNoneOfPostgreSqls() {
        try (Database postgreSql = Databases.postgresql()) {
            new SparseChunks(
                            postgreSql.source(),
                            new TransactionTemplate(new JdbcTransactionManager(postgreSql.source())))
                    .rewrite();

            assertThat(postgreSql.jdbc().sql("SELECT 1").query(Integer.class).single())
                    .isEqualTo(1);
        }
    }

    /** Rows that change, and rows that come and stay, in a commit each. */
    private long sizeAfterWork(String name, boolean rewritten) throws Exception {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:h2:file:" + directory.resolve(name) + AT_ONCE);
            TransactionTemplate transactions = new TransactionTemplate(new WritersInTurn(pool, Duration.ofSeconds(30)));
            SparseChunks chunks = new SparseChunks(pool, transactions);
            JdbcClient jdbc = JdbcClient.create(pool);
            create(jdbc);
            for (int round = 0; round < ROUNDS; round++) {
                for (int commit = 0; commit < ROWS; commit++) {
                    transactions.executeWithoutResult(writing -> work(jdbc));
                }
                if (rewritten) {
                    chunks.rewrite();
                }
            }
            assertThat(jdbc.sql("SELECT count(*) FROM trail")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(ROUNDS * ROWS);
            return Files.size(directory.resolve(name + ".mv.db"));
        }
    }

    private void create(JdbcClient jdbc) {
        jdbc.sql("CREATE TABLE item (id INT PRIMARY KEY, words VARCHAR)").update();
        jdbc.sql("CREATE TABLE trail (id INT GENERATED ALWAYS AS IDENTITY, words VARCHAR)")
                .update();
        for (int id = 0; id < ROWS; id++) {
            jdbc.sql("INSERT INTO item VALUES (?, ?)").params(id, words()).update();
        }
    }

    private void work(JdbcClient jdbc) {
        jdbc.sql("UPDATE item SET words = ? WHERE id = ?")
                .params(words(), random.nextInt(ROWS))
                .update();
        jdbc.sql("INSERT INTO trail (words) VALUES (?)").params(words()).update();
    }

    private String words() {
        return "x".repeat(random.nextInt(400));
    }
}
