package io.ledgerbridge.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.ledgerbridge.faults.Fence;
import io.ledgerbridge.logging.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was done about each order and why, as one chain an order: each link holds the hash of the one before, so that
 * a changed, a missing or an added link shows.
 */
@Repository
public class AuditTrail {

    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final Words words;
    private final ObjectMapper json;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Words words, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.words = words;
        this.json = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        this.clock = clock;
    }

    /** Adds a link; the running transaction must hold the order's fence, so that a chain has one writer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Fence fence, String step, @Nullable String reference, Map<String, ?> detail) {
        append(fence.store(), fence.order(), step, reference, detail);
    }

    /** Adds a link; the running transaction must hold the row of the order, so that a chain has one writer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(String store, long order, String step, @Nullable String reference, Map<String, ?> detail) {
        Optional<AuditLink> last = last(store, order);
        int number = last.map(AuditLink::link).orElse(0) + 1;
        String previous = last.map(AuditLink::hash).orElse(AuditChain.NO_LINK);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String text = write(detail);
        String hash = AuditChain.hash(previous, store, order, number, at, step, reference, text);
        jdbc.sql("""
                        INSERT INTO audit (store, order_id, link, at, step, reference, detail, previous_hash, hash)
                        VALUES (:store, :order, :link, :at, :step, :reference, :detail, :previous, :hash)""")
                .param("store", store)
                .param("order", order)
                .param("link", number)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("step", step)
                .param("reference", reference)
                .param("detail", text)
                .param("previous", previous)
                .param("hash", hash)
                .update();
    }

    /**
     * The next links of one order's chain.
     *
     * @param after the number of the last before them, 0 for the first
     * @param most how many at the most
     */
    @Transactional(readOnly = true)
    public List<AuditLink> of(String store, long order, int after, int most) {
        return jdbc.sql("""
                        SELECT * FROM audit WHERE store = :store AND order_id = :order AND link > :after
                        ORDER BY link LIMIT :most""")
                .param("store", store)
                .param("order", order)
                .param("after", after)
                .param("most", most)
                .query((row, index) -> link(row))
                .list();
    }

    /** The newest link of one order's chain; empty where it has none. */
    @Transactional(readOnly = true)
    public Optional<AuditLink> newestOf(String store, long order) {
        return jdbc.sql("SELECT * FROM audit WHERE store = :store AND order_id = :order ORDER BY link DESC LIMIT 1")
                .param("store", store)
                .param("order", order)
                .query((row, index) -> link(row))
                .optional();
    }

    /** The first link of an order's chain that doesn't fit, where one doesn't. */
    @Transactional(readOnly = true)
    public Optional<AuditLink> firstBroken(String store, long order) {
        AuditLink before = null;
        List<AuditLink> links = of(store, order, 0, AT_ONCE);
        while (!links.isEmpty()) {
            for (AuditLink link : links) {
                if (!AuditChain.follows(before, store, order, link)) {
                    return Optional.of(link);
                }
                before = link;
            }
            links = before == null ? List.of() : of(store, order, before.link(), AT_ONCE);
        }
        return Optional.empty();
    }

    /** The next links of all chains, by store, order and number; null before the first. */
    @Transactional(readOnly = true)
    public List<AuditLinkAt> after(@Nullable AuditPosition last, int most) {
        // the first two conditions are for H2, which finds no place in an index by a comparison of rows
        return jdbc.sql("""
                        SELECT * FROM audit
                         WHERE store >= :store AND (store > :store OR order_id >= :order)
                           AND (store, order_id, link) > (:store, :order, :link)
                         ORDER BY store, order_id, link LIMIT :most""")
                .param("store", last == null ? "" : last.store())
                .param("order", last == null ? 0 : last.order())
                .param("link", last == null ? 0 : last.link())
                .param("most", most)
                .query((row, index) -> new AuditLinkAt(
                        new AuditPosition(row.getString("store"), row.getLong("order_id"), row.getInt("link")),
                        link(row)))
                .list();
    }

    /** A draft as the trail tells it: dates, accounts and amounts. */
    static Map<String, Object> describe(JournalDraft draft) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("kind", draft.kind().label());
        detail.put("channel", draft.channel());
        detail.put("accountingDate", draft.entry().accountingDate().toString());
        if (draft.originalDate() != null) {
            detail.put("originalDate", draft.originalDate().toString());
        }
        detail.put("currency", draft.entry().currency().getCurrencyCode());
        detail.put(
                "lines",
                draft.entry().lines().stream()
                        .map(line -> line.account() + " " + line.role().label() + " "
                                + line.amount().amount().toPlainString())
                        .toList());
        return detail;
    }

    private Optional<AuditLink> last(String store, long order) {
        return jdbc.sql("SELECT * FROM audit WHERE store = :store AND order_id = :order ORDER BY link DESC LIMIT 1")
                .param("store", store)
                .param("order", order)
                .query((row, index) -> link(row))
                .optional();
    }

    private static AuditLink link(ResultSet row) throws SQLException {
        return new AuditLink(
                row.getInt("link"),
                row.getTimestamp("at").toInstant(),
                row.getString("step"),
                row.getString("reference"),
                row.getString("detail"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    /** Whatever a detail says may have come from outside. */
    private @Nullable Object kept(@Nullable Object value) {
        if (value instanceof String text) {
            return words.kept(text);
        }
        if (value instanceof List<?> values) {
            return values.stream().map(this::kept).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> kept = new LinkedHashMap<>();
            map.forEach((name, said) -> kept.put(name, kept(said)));
            return kept;
        }
        return value;
    }

    private String write(Map<String, ?> detail) {
        try {
            return json.writeValueAsString(kept(detail));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
