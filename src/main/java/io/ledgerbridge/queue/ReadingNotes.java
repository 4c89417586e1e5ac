package io.ledgerbridge.queue;

import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.books.audit.covered.CoveredEvent;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.queue.figures.ReadFigures;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept of a reading. */
final class ReadingNotes {

    private ReadingNotes() {}

    /** What its row keeps of an order. */
    static Map<String, Object> facts(OrderReading reading, OrderHistory known, ZoneId zone) {
        Map<String, Object> facts = new HashMap<>(ReadFigures.of(reading, known, zone));
        facts.put("channel", reading.order().channel());
        facts.put("pending", known.facts().waitingRead());
        facts.put("confirmed", utc(known.facts().confirmedRead()));
        facts.put("void", utc(known.facts().voidRead()));
        facts.put(
                "refund", reading.refunds().stream().mapToLong(Refund::id).max().orElse(0));
        facts.put("event", latest(known.events()));
        return facts;
    }

    private static long latest(List<OrderEvent> events) {
        return events.stream().mapToLong(OrderEvent::id).max().orElse(0);
    }

    /** What the audit trail keeps. Of the events, those that no work had before it: all of them each time would be a trail that grows by its square. */
    static Map<String, Object> trail(OrderReading reading, OrderHistory known, List<CoveredEvent> covered) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("status", reading.order().statusId());
        detail.put("channel", reading.order().channel());
        detail.put("currency", reading.order().currencyCode());
        detail.put("totalIncTax", reading.order().totalIncTax().toPlainString());
        detail.put("products", reading.products().size());
        detail.put(
                "refunds", reading.refunds().stream().map(refund -> refund.id()).toList());
        detail.put(
                "events",
                known.events().stream()
                        .map(OrderEvent::id)
                        .filter(event -> event > known.settledUpTo())
                        .toList());
        detail.put("eventsRead", read(known, covered));
        return detail;
    }

    /** The new events, each with its digest, and the digest of them all: what comes late has a number below others'. */
    private static Map<String, Object> read(OrderHistory known, List<CoveredEvent> covered) {
        Map<String, String> each = new LinkedHashMap<>();
        covered.stream()
                .filter(event -> event.id() > known.settledUpTo())
                .forEach(event -> each.put(Long.toString(event.id()), event.sha256()));
        Map<String, Object> read = new LinkedHashMap<>();
        read.put("each", each);
        read.put("upTo", latest(known.events()));
        read.put("sha256", CoveredEvent.sha256(covered));
        return read;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
