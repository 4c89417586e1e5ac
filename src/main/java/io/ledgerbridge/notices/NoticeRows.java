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
     * @param claimedUntil until then a process tells of it, or has ended in the middle of that; null where none does
     * @param goneSince when it was over; null while it isn't
     */
    record Seen(
            Kind kind,
            String store,
            String about,
            Instant since,
            @Nullable Instant toldAt,
            @Nullable Instant claimedUntil,
            @Nullable Instant goneSince) {

        static Seen of(ResultSet row, int index) throws SQLException {
            return new Seen(
                    Kind.of(row.getString("kind")),
                    row.getString("store"),
                    row.getString("about"),
                    row.getTimestamp("since").toInstant(),
                    instant(row.getTimestamp("told_at")),
                    instant(row.getTimestamp("claimed_until")),
                    instant(row.getTimestamp("gone_since")));
        }

        boolean isOf(Matter matter) {
            return kind == matter.kind() && store.equals(matter.store()) && about.equals(matter.about());
        }

        /** Whether it is so, and has been for so long that people are to be told. */
        boolean isToBeTold(Instant now) {
            return toldAt == null
                    && goneSince == null
                    && isFree(now)
                    && !since.plus(kind.patience()).isAfter(now);
        }

        private boolean isFree(Instant now) {
            return claimedUntil == null || !claimedUntil.isAfter(now);
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

    /** Whoever tells of it claims it first, for so long; false where somebody else does. */
    @Transactional
    public boolean claim(Seen seen, Instant now, Instant until) {
        return one(
                                "UPDATE notice SET claimed_until = :until" + ONE
                                        + " AND (claimed_until IS NULL OR claimed_until <= :now)",
                                seen)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Notes that people were told. */
    @Transactional
    public void told(Seen seen, Instant at) {
        one("UPDATE notice SET told_at = :at, claimed_until = NULL" + ONE + " AND told_at IS NULL", seen)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
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

    /** Where nobody was told for long: whoever is to be now is told of what is so. */
    @Transactional
    public void forget() {
        jdbc.sql("DELETE FROM notice").update();
    }

    @Transactional
    public void remove(Seen seen) {
        one("DELETE FROM notice" + ONE, seen).update();
    }

    private JdbcClient.StatementSpec one(String sql, Seen seen) {
        return jdbc.sql(sql)
                .param("kind", seen.kind().label())
                .param("store", seen.store())
                .param("about", seen.about());
    }
}
