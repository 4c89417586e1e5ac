package io.ledgerbridge.parked;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.faults.DatabaseFailure;
import io.ledgerbridge.parked.KeptPreview.Source;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.ShopOrderStatus;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.queue.OrderWork;
import io.ledgerbridge.queue.figures.ReadFigures;
import io.ledgerbridge.readings.KeptReadings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Plans an order from the newest reading that is kept of it, as a preview would from what it reads: BigCommerce isn't asked. */
@Component
public class KeptPreviews {

    private final Books books;
    private final KeptReadings readings;
    private final OrderWork work;
    private final OrderStates states;
    private final OrderPreview previews;
    private final Rules rules;

    KeptPreviews(
            Books books,
            KeptReadings readings,
            OrderWork work,
            OrderStates states,
            OrderPreview previews,
            Rules rules) {
        this.books = books;
        this.readings = readings;
        this.work = work;
        this.states = states;
        this.previews = previews;
        this.rules = rules;
    }

    public KeptPreview of(String store, long order) {
        List<Journal> planned = books.journalsOf(store, order).stream()
                .filter(journal -> journal.origin().reading() != null)
                .toList();
        Optional<PostingRules> its = rules.find(store);
        if (planned.isEmpty() || its.isEmpty()) {
            return KeptPreview.not(its.isEmpty() ? Source.NO_STORE : Source.NONE);
        }
        try {
            return of(planned.get(planned.size() - 1), its.get());
        } catch (RuntimeException failed) {
            if (DatabaseFailure.isBehind(failed)) {
                throw failed;
            }
            return KeptPreview.not(Source.FAILED);
        }
    }

    private KeptPreview of(Journal newest, PostingRules its) {
        String store = newest.store();
        long order = newest.order();
        Optional<OrderReading> reading = readings.find(
                        store, order, String.valueOf(newest.origin().reading()))
                .filter(KeptReadings.Kept::isWhole)
                .flatMap(KeptReadings.Kept::reading);
        if (reading.isEmpty()) {
            return KeptPreview.not(Source.GONE);
        }
        return isStillSo(store, reading.get(), its)
                ? new KeptPreview(
                        Source.READING,
                        newest.createdAt(),
                        previews.of(new OrderPreview.Asked(store, order), reading.get()))
                : KeptPreview.not(Source.CHANGED);
    }

    /** Whether the figures of the last reading, of which only these are kept, are the same; a status may have moved on. */
    private boolean isStillSo(String store, OrderReading kept, PostingRules its) {
        OrderHistory known = work.known(store, kept.order().id(), kept);
        Map<String, Object> figures = ReadFigures.of(kept, known, its.journal().zone());
        return states.shop(store, kept.order().id())
                .filter(last -> last.isCancelled()
                        == ShopOrderStatus.VOID.isMeantBy(kept.order().statusId()))
                .filter(last -> isSame(last.total(), figures, "total"))
                .filter(last -> isSame(last.refunded(), figures, "refunded"))
                .isPresent();
    }

    private static boolean isSame(BigDecimal last, Map<String, Object> kept, String name) {
        return kept.get(name) instanceof BigDecimal amount && amount.compareTo(last) == 0;
    }
}
