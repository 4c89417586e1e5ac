package io.ledgerbridge.books.audit.check;

import io.ledgerbridge.Database;
import io.ledgerbridge.books.audit.AuditChain;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.audit.ChainKeys;
import io.ledgerbridge.books.audit.KeyedHash;
import io.ledgerbridge.books.audit.covered.CoveredEvent;
import io.ledgerbridge.books.audit.covered.CoveredEvents;
import io.ledgerbridge.books.audit.covered.CoveredJournal;
import io.ledgerbridge.books.audit.covered.CoveredJournals;
import io.ledgerbridge.books.audit.covered.OrderRange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many orders with a journal of six lines each and ten links, as the program would have written them. */
final class LargeTrail {

    private static final int AT_ONCE = 1000;
    private static final String STEPS =
            "order-read,planned,journal-written,journal-sending,journal-posted,order-posted";
    private static final Instant AT = Instant.parse("2026-11-03T12:00:00Z");

    private final JdbcTemplate jdbc;
    private final Database database;
    private final ChainKeys keys;

    LargeTrail(Database database, ChainKeys keys) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database.source());
        this.keys = keys;
    }

    void write(int orders) {
        for (int from = 0; from < orders; from += AT_ONCE) {
            int first = from + 1;
            int last = Math.min(from + AT_ONCE, orders);
            rows(first, last);
            chains(new OrderRange("us", first - 1, last));
        }
    }

    private void rows(int first, int last) {
        List<Object[]> each = new ArrayList<>();
        List<Object[]> lines = new ArrayList<>();
        for (long order = first; order <= last; order++) {
            each.add(new Object[] {order, order});
            for (int line = 1; line <= 6; line++) {
                lines.add(new Object[] {order, line, line % 2 == 0 ? -order : order});
            }
        }
        jdbc.batchUpdate(
                """
                INSERT INTO journal (id, store, folder, order_id, kind, channel, reference, generation, state, entry_type,
                    journal_code, site, accounting_date, currency, description, created_at, x3_number)
                VALUES (?, 'us', 'http://x3.example.com:8124|SEED', ?, 'order', '1', 'BC', ?, 'posted', 'ODGEN', 'SAL', 'FR011',
                    DATE '2026-11-03', 'USD', 'An order of BigCommerce', TIMESTAMP WITH TIME ZONE '2026-11-03 12:00:00+00', 'SAL-1')""",
                each.stream().map(row -> new Object[] {row[0], row[1], row[0]}).toList());
        jdbc.batchUpdate("""
                INSERT INTO journal_line (journal_id, line_number, memo, account, role, amount, description, dimensions)
                VALUES (?, ?, FALSE, '411000', 'receivable', ?, 'A line of it', '{"CCE1":"WEB"}')""", lines);
        jdbc.batchUpdate("""
                INSERT INTO event (id, store, order_id, disposition, scope, created_at, body_sha256, body, received_at)
                VALUES (?, 'us', ?, 'order', 'store/order/updated', TIMESTAMP WITH TIME ZONE '2026-11-03 12:00:00+00',
                    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', CAST('' AS BYTEA),
                    TIMESTAMP WITH TIME ZONE '2026-11-03 12:00:00+00')""", each);
        jdbc.batchUpdate(
                "INSERT INTO due_order (store, order_id, marks, outcome) VALUES ('us', ?, 1, 'posted')",
                each.stream().map(row -> new Object[] {row[0]}).toList());
    }

    private void chains(OrderRange range) {
        Map<Long, CoveredEvent> events = new HashMap<>();
        new CoveredEvents(database.jdbc()).each(range, event -> events.put(event.order(), event));
        List<Object[]> links = new ArrayList<>();
        List<Object[]> heads = new ArrayList<>();
        new CoveredJournals(database.jdbc()).each(range, journal -> {
            AuditLink last = chain(journal, java.util.Objects.requireNonNull(events.get(journal.order())), links);
            KeyedHash head = keys.of("head", last.hash() + "\n0");
            heads.add(new Object[] {journal.order(), last.link(), last.hash(), head.keyId(), head.hash()});
        });
        jdbc.batchUpdate("""
                INSERT INTO audit (store, order_id, link, at, step, reference, detail, previous_hash, hash, key_id, keyed_hash)
                VALUES ('us', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", links);
        jdbc.batchUpdate("""
                INSERT INTO audit_head (store, order_id, link, hash, old_links, key_id, keyed_hash, anchored)
                VALUES ('us', ?, ?, ?, 0, ?, ?, FALSE)""", heads);
    }

    private AuditLink chain(CoveredJournal journal, CoveredEvent event, List<Object[]> links) {
        Map<String, String> details = Map.of(
                "order-read",
                "{\"channel\":1,\"currency\":\"USD\",\"events\":[%1$d],\"eventsRead\":{\"each\":{\"%1$d\":\"%2$s\"},\"sha256\":\"%3$s\",\"upTo\":%1$d},\"products\":3,\"status\":11}"
                        .formatted(event.id(), event.sha256(), CoveredEvent.sha256(List.of(event))),
                "journal-written",
                "{\"kind\":\"order\",\"channel\":\"1\",\"lines\":%s,\"sha256\":\"%s\"}"
                        .formatted(
                                journal.lines().stream()
                                        .map(line -> '"' + line + '"')
                                        .toList(),
                                journal.sha256()),
                "journal-posted",
                "{\"how\":\"created\",\"x3Number\":\"SAL-1\"}");
        AuditLink last = null;
        for (String step : (STEPS + ",order-read,planned,order-read,order-posted").split(",", -1)) {
            String reference = step.startsWith("journal") ? "BC" : null;
            last = AuditChain.next(last, "us", journal.order(), AT, step, reference, details.getOrDefault(step, "{}"));
            KeyedHash keyed = keys.of("link", last.hash());
            links.add(new Object[] {
                journal.order(),
                last.link(),
                AT.atOffset(ZoneOffset.UTC),
                step,
                reference,
                last.detail(),
                last.previousHash(),
                last.hash(),
                keyed.keyId(),
                keyed.hash()
            });
        }
        return java.util.Objects.requireNonNull(last);
    }
}
