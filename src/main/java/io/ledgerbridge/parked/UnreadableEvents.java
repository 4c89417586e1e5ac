package io.ledgerbridge.parked;

import io.ledgerbridge.books.stores.StoreTrail;
import io.ledgerbridge.logging.Words;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deliveries, and rows of lists, that can't be read: what they say, and that a person has seen them. Such a one is kept, and
 * gives up its body in time as those do that are of no order.
 */
@Component
public class UnreadableEvents {

    /** So much of a body is shown. */
    public static final int MOST_BYTES = 2000;

    private static final String BODIES = """
            SELECT id, SUBSTRING(body FROM 1 FOR :most) AS beginning, OCTET_LENGTH(body) AS bytes FROM event
             WHERE id IN (:events) AND body IS NOT NULL AND (scope IS NULL OR scope NOT LIKE 'list of %')""";

    private final JdbcClient jdbc;
    private final StoreTrail trail;
    private final Words words;

    UnreadableEvents(JdbcClient jdbc, StoreTrail trail, Words words) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.words = words;
    }

    /**
     * What was sent, as far as it is text.
     *
     * @param text its beginning
     * @param bytes of all of it
     */
    public record Body(String text, long bytes) {

        private static Body of(byte[] beginning, long bytes) {
            String text = new String(beginning, StandardCharsets.UTF_8);
            return new Body(text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\n\t]]", "\uFFFD"), bytes);
        }

        /** Whether there is more of it. */
        public boolean isCut() {
            return bytes > MOST_BYTES;
        }
    }

    /** What came of putting one away. */
    public enum PutAway {
        DONE,
        /** Somebody did already. */
        ALREADY,
        /** There is no such one that can't be read. */
        UNKNOWN
    }

    /** The bodies of deliveries by their numbers; a row of a list has its words in {@link Parked#detail}. */
    @Transactional(readOnly = true)
    public Map<Long, Body> bodies(List<Long> events) {
        Map<Long, Body> bodies = new HashMap<>();
        if (!events.isEmpty()) {
            jdbc.sql(BODIES).param("most", MOST_BYTES).param("events", events).query(row -> {
                bodies.put(row.getLong("id"), Body.of(row.getBytes("beginning"), row.getLong("bytes")));
            });
        }
        return bodies;
    }

    /**
     * Takes one out of what needs a person, and tells of it in the trail of its store.
     *
     * @param why a person's words
     */
    @Transactional
    public PutAway putAway(long event, String why, String by) {
        Optional<String> store = jdbc.sql(
                        "SELECT store FROM event WHERE id = :event AND disposition IN ('unreadable', 'dismissed')")
                .param("event", event)
                .query(String.class)
                .optional();
        return store.map(of -> putAway(of, event, why, by)).orElse(PutAway.UNKNOWN);
    }

    private PutAway putAway(String store, long event, String why, String by) {
        trail.lock(store);
        int changed = jdbc.sql(
                        "UPDATE event SET disposition = 'dismissed' WHERE id = :event AND disposition = 'unreadable'")
                .param("event", event)
                .update();
        if (changed == 0) {
            return PutAway.ALREADY;
        }
        trail.append(store, "event-dismissed", Map.of("by", by, "event", event, "why", words.kept(why)));
        return PutAway.DONE;
    }
}
