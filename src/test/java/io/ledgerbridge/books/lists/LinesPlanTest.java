package io.ledgerbridge.books.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** However many journals there are, those that begin with a text are found by an index, whatever the database's language is. */
@OnEachDatabase
class LinesPlanTest {

    private final Database database;

    LinesPlanTest(Database database) {
        this.database = database;
    }

    @Test
    void findsBeginningsByAnIndexOfTheirOwn() throws Exception {
        assumeThat(database).as("H2 compares the characters").hasToString("PostgreSQL");
        try (Connection connection = database.source().getConnection()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            // of a table that is as good as empty all rows would be read
            jdbc.sql("SET enable_seqscan = off").update();
            jdbc.sql("SET enable_indexscan = off").update();
            LineQuery query = new LineQuery(null, null, null, "BC10", 0, 50);
            List<String> plan = jdbc.sql("EXPLAIN " + LineLists.LINES + query.where(false))
                    .params(query.parameters(false))
                    .query(String.class)
                    .list();
            jdbc.sql("RESET ALL").update();
            assertThat(plan).anySatisfy(step -> assertThat(step).contains("journal_of_reference_beginning"));
            assertThat(plan).anySatisfy(step -> assertThat(step).contains("journal_of_x3_number_beginning"));
        }
    }
}
