package io.ledgerbridge.notices;

import io.ledgerbridge.notices.Matter.Kind;
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

/** The rows of {@code notice}: what people are told of. */
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
     * @param since when it began
     * @param toldAt when people were told; null where they weren't
     * @param goneSince when it was over; null while it isn't
     */
    record Seen(
            Kind kind,
            String store,
            String about,
            Instant since,
            @Nullable Instant toldAt,
            @Nullable Instant goneSince) {

        static Seen of(ResultSet row, int index) throws SQLException {
            return new Seen(
                    Kind.of(row.getString("kind")),
                    row.getString("store"),
                    row.getString("about"),
                    row.getTimestamp("since").toInstant(),
                    instant(row.getTimestamp("told_at")),
                    instant(row.getTimestamp("gone_since")));
        }

        boolean isOf(Matter matter) {
            return kind == matter.kind() && store.equals(matter.store()) && about.equals(matter.about());
        }

        /** Whether it is so, and has been for so long that people are to be told. */
        boolean isToBeTold(Instant now) {
            return toldAt == null
                    && goneSince == null
                    && !since.plus(kind.patience()).isAfter(now);
        }

        private static @Nullable Instant instant(@Nullable Timestamp at) {
            return at == null ? null : at.toInstant();
        }
    }

    @Transactional(readOnly = true)
    public List<Seen> all() {
        return jdbc.sql("SELECT * FROM notice ORDER BY kind, store, about")
                .query(Seen::of)
                .list();
    }

    /** Notes what is so now; of what is known already, since when stays. */
    @Transactional
    public void see(Matter matter) {
        jdbc.sql("""
                        INSERT INTO notice (kind, store, about, since) VALUES (:kind, :store, :about, :since)
                        ON CONFLICT DO NOTHING""")
                .param("kind", matter.kind().label())
                .param("store", matter.store())
                .param("about", matter.about())
                .param("since", matter.since().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Notes that people are told; false where they were, or it is over. */
    @Transactional
    public boolean tell(Seen seen, Instant now) {
        return one("UPDATE notice SET told_at = :now" + ONE + " AND told_at IS NULL", seen)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /**
     * Notes that it is over, or so again.
     *
     * @param since null: it is so again
     */
    @Transactional
    public void gone(Seen seen, @Nullable Instant since) {
        one("UPDATE notice SET gone_since = :since" + ONE, seen)
                .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Where nobody is to be told any more: whoever is to be later is told of what is so then. */
    @Transactional
    public void forget() {
        jdbc.sql("DELETE FROM notice").update();
    }

    /** False where it was removed already. */
    @Transactional
    public boolean remove(Seen seen) {
        return one("DELETE FROM notice" + ONE, seen).update() == 1;
    }

    private JdbcClient.StatementSpec one(String sql, Seen seen) {
        return jdbc.sql(sql)
                .param("kind", seen.kind().label())
                .param("store", seen.store())
                .param("about", seen.about());
    }
}
