package io.ledgerbridge.books.audit.anchors;

import io.ledgerbridge.books.audit.AuditLinks;
import io.ledgerbridge.books.audit.AuditPosition;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What can be said of the audit trail while no anchor is there. One is made soon after the first keyed link, so a trail that
 * has had keyed links for long has lost its anchors, and what it has without a keyed hash may be forged.
 */
public record BeforeAnchors(JdbcClient jdbc) {

    /** How long a process of the version without keyed hashes may go on beside this one. */
    public static final Duration GRACE = Duration.ofHours(36);

    /** When the first keyed link was written; empty where there is none, or where an anchor was ever made. */
    public Optional<Instant> keyedSince() {
        if (new AuditLinks(jdbc).hasAnchors()) {
            return Optional.empty();
        }
        return jdbc.sql("SELECT min(at) FROM audit WHERE keyed_hash IS NOT NULL")
                .query((row, index) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** What speaks against making the first anchor, in words; empty where nothing does. */
    Optional<String> doubt(Instant now) {
        return keyedSince()
                .flatMap(since -> lost(since, now).or(() -> unkeyed(since).map(BeforeAnchors::words)));
    }

    /**
     * That the anchors were lost; empty where they needn't have been.
     *
     * @param keyedSince when the first keyed link was written
     */
    public static Optional<String> lost(Instant keyedSince, Instant now) {
        return keyedSince.plus(GRACE).isBefore(now)
                ? Optional.of("links have keyed hashes since %s, and no anchor is there".formatted(keyedSince))
                : Optional.empty();
    }

    private Optional<AuditPosition> unkeyed(Instant since) {
        return jdbc.sql("""
                        SELECT store, order_id, link FROM audit WHERE keyed_hash IS NULL AND at > :late
                         ORDER BY store, order_id, link LIMIT 1""")
                .param("late", since.plus(GRACE).atOffset(ZoneOffset.UTC))
                .query((row, index) ->
                        new AuditPosition(row.getString("store"), row.getLong("order_id"), row.getInt("link")))
                .optional();
    }

    private static String words(AuditPosition link) {
        return "link %d of order %d of store %s has no keyed hash, though links have one since it was written"
                .formatted(link.link(), link.order(), link.store());
    }
}
