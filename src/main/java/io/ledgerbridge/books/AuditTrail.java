package io.ledgerbridge.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
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

    private static final String NO_LINK = "0".repeat(64);

    /** So many links at a time come from PostgreSQL. */
    private static final int FETCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;
    private final ObjectMapper json;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, DataSource database, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(database);
        this.streaming.setFetchSize(FETCH);
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
        String previous = last.map(AuditLink::hash).orElse(NO_LINK);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String text = write(detail);
        String hash = hash(previous, store, order, number, at, step, reference, text);
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

    /** The chain of one order, oldest link first. */
    @Transactional(readOnly = true)
    public List<AuditLink> of(String store, long order) {
        return links(store, order, "ORDER BY link");
    }

    /**
     * Whether every chain fits together.
     *
     * @param checked how many links were looked at
     * @param firstBroken the first that doesn't fit, by store, order and link
     */
    public record Verified(
            boolean ok, long checked, @Nullable Place firstBroken) {}

    /** Where a link is. */
    public record Place(String store, long order, int link) {}

    /** The first link of an order's chain that doesn't fit, where one doesn't. */
    @Transactional(readOnly = true)
    public Optional<AuditLink> firstBroken(String store, long order) {
        AuditLink before = null;
        for (AuditLink link : of(store, order)) {
            if (!follows(before, store, order, link)) {
                return Optional.of(link);
            }
            before = link;
        }
        return Optional.empty();
    }

    /** Looks at every chain, of which it keeps one link at a time. A chain's last links could be missing unseen. */
    @Transactional(readOnly = true)
    public Verified verify() {
        Verification verification = new Verification();
        streaming.query("SELECT * FROM audit ORDER BY store, order_id, link", (RowCallbackHandler) verification::look);
        return new Verified(verification.firstBroken == null, verification.checked, verification.firstBroken);
    }

    private static final class Verification {

        private @Nullable Place place;
        private @Nullable AuditLink before;
        private @Nullable Place firstBroken;
        private long checked;

        void look(ResultSet row) throws SQLException {
            AuditLink link = link(row);
            Place here = new Place(row.getString("store"), row.getLong("order_id"), link.link());
            boolean sameChain = place != null && place.store.equals(here.store) && place.order == here.order;
            if (firstBroken == null && !follows(sameChain ? before : null, here.store, here.order, link)) {
                firstBroken = here;
            }
            checked++;
            place = here;
            before = link;
        }
    }

    private static boolean follows(@Nullable AuditLink before, String store, long order, AuditLink link) {
        int number = before == null ? 1 : before.link() + 1;
        String previous = before == null ? NO_LINK : before.hash();
        String hash = hash(previous, store, order, number, link.at(), link.step(), link.reference(), link.detail());
        return link.link() == number
                && link.previousHash().equals(previous)
                && link.hash().equals(hash);
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
        return links(store, order, "ORDER BY link DESC LIMIT 1").stream().findFirst();
    }

    private List<AuditLink> links(String store, long order, String which) {
        return jdbc.sql("SELECT * FROM audit WHERE store = :store AND order_id = :order " + which)
                .param("store", store)
                .param("order", order)
                .query((row, index) -> link(row))
                .list();
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

    private String write(Map<String, ?> detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hash(
            String previous,
            String store,
            long order,
            int number,
            Instant at,
            String step,
            @Nullable String reference,
            String detail) {
        String text = String.join(
                "\n",
                previous,
                store,
                Long.toString(order),
                Integer.toString(number),
                at.toString(),
                step,
                reference == null ? "" : reference,
                detail);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
