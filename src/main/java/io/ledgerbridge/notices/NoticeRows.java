package io.ledgerbridge.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@code notice}: what people were told of. */
@Repository
class NoticeRows {

    private static final String ONE = " WHERE kind = :kind AND store = :store AND about = :about";

    private final JdbcClient jdbc;

    NoticeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of them.
     *
     * @param goneSince when it was over; null while it isn't
     */
    record Told(
            String kind,
            String store,
            String about,
            @Nullable Instant goneSince) {

        static Told of(ResultSet row, int index) throws SQLException {
            Timestamp gone = row.getTimestamp("gone_since");
            return new Told(
                    row.getString("kind"),
                    row.getString("store"),
                    row.getString("about"),
                    gone == null ? null : gone.toInstant());
        }

        boolean isOf(Matter matter) {
            return kind.equals(matter.kind().label()) && store.equals(matter.store()) && about.equals(matter.about());
        }
    }

    @Transactional(readOnly = true)
    public List<Told> all() {
        return jdbc.sql("SELECT * FROM notice ORDER BY kind, store, about")
                .query(Told::of)
                .list();
    }

    /** Notes that people are told; false where they were. */
    @Transactional
    public boolean add(Matter matter, Instant now) {
        return jdbc.sql("""
                                INSERT INTO notice (kind, store, about, since) VALUES (:kind, :store, :about, :now)
                                ON CONFLICT DO NOTHING""")
                        .param("kind", matter.kind().label())
                        .param("store", matter.store())
                        .param("about", matter.about())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @param since null: it is so again */
    @Transactional
    public void gone(Told told, @Nullable Instant since) {
        one("UPDATE notice SET gone_since = :since" + ONE, told)
                .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Transactional
    public void remove(Told told) {
        one("DELETE FROM notice" + ONE, told).update();
    }

    private JdbcClient.StatementSpec one(String sql, Told told) {
        return jdbc.sql(sql)
                .param("kind", told.kind())
                .param("store", told.store())
                .param("about", told.about());
    }
}
