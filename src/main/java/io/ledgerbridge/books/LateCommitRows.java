package io.ledgerbridge.books;

import io.ledgerbridge.books.LateCommits.Watched;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code late_commit}. */
record LateCommitRows(JdbcClient jdbc) {

    /** Has its reference looked up then at the latest, also where an earlier journal's watch of it has ended. */
    void watch(Journal journal, Instant lookAt) {
        if (write(journal, lookAt, """
                INSERT INTO late_commit (folder, reference, store, order_id, look_at)
                VALUES (:folder, :reference, :store, :order, :at) ON CONFLICT DO NOTHING""") == 0) {
            write(journal, lookAt, """
                    UPDATE late_commit SET look_at = :at
                    WHERE folder = :folder AND reference = :reference AND store = :store AND order_id = :order
                      AND (look_at IS NULL OR look_at > :at) AND NOT due""");
        }
    }

    private int write(Journal journal, Instant lookAt, String sql) {
        return jdbc.sql(sql)
                .param("folder", journal.folder())
                .param("reference", journal.reference())
                .param("store", journal.store())
                .param("order", journal.order())
                .param("at", utc(lookAt))
                .update();
    }

    boolean isWatched(Journal journal) {
        return jdbc.sql("SELECT count(*) FROM late_commit WHERE folder = :folder AND reference = :reference")
                        .param("folder", journal.folder())
                        .param("reference", journal.reference())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Those that are to be looked up by now, the longest due first. */
    List<Watched> before(Instant now, int most) {
        return jdbc.sql("SELECT * FROM late_commit WHERE look_at <= :now ORDER BY look_at LIMIT :most")
                .param("now", utc(now))
                .param("most", most)
                .query(LateCommitRows::row)
                .list();
    }

    List<Watched> dueOf(String store, long order) {
        return jdbc.sql(
                        "SELECT * FROM late_commit WHERE store = :store AND order_id = :order AND due ORDER BY reference")
                .param("store", store)
                .param("order", order)
                .query(LateCommitRows::row)
                .list();
    }

    /**
     * Notes how it goes on.
     *
     * @param due whether the order's next work looks it up
     */
    void update(Watched watched, boolean due, @Nullable Instant lookAt) {
        jdbc.sql("""
                        UPDATE late_commit SET due = :due, look_at = :at
                        WHERE folder = :folder AND reference = :reference""")
                .param("due", due)
                .param("at", lookAt == null ? null : utc(lookAt))
                .param("folder", watched.folder())
                .param("reference", watched.reference())
                .update();
    }

    private static Watched row(ResultSet row, int index) throws SQLException {
        return new Watched(
                row.getString("folder"), row.getString("reference"), row.getString("store"), row.getLong("order_id"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
