package io.ledgerbridge.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerbridge.api.requests.Paging;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.notes.Note;
import io.ledgerbridge.notes.Notes;
import io.ledgerbridge.notes.Tags;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.parked.OrderStatus;
import io.ledgerbridge.queue.EventRows;
import io.ledgerbridge.queue.KeptEvent;
import io.ledgerbridge.queue.RefundRecord;
import io.ledgerbridge.queue.RefundRecords;
import io.ledgerbridge.queue.SetAsides;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The state of one order: what came, what was planned, what Sage X3 has. */
@RestController
@RequestMapping("/api/stores/{store}/orders/{order}")
public class OrdersApi {

    private static final int MOST_EVENTS = 500;

    private final OrderStates states;
    private final Books books;
    private final EventRows events;
    private final SetAsides setAsides;
    private final RefundRecords refunds;
    private final Notes notes;
    private final Tags tags;

    OrdersApi(
            OrderStates states,
            Books books,
            EventRows events,
            SetAsides setAsides,
            RefundRecords refunds,
            Notes notes,
            Tags tags) {
        this.tags = tags;
        this.notes = notes;
        this.refunds = refunds;
        this.setAsides = setAsides;
        this.states = states;
        this.books = books;
        this.events = events;
    }

    /**
     * An order with its journals and its last events, oldest first.
     *
     * @param tries failures in a row of the work under way
     * @param nextAttempt when the order may next be worked; null where it doesn't wait
     * @param eventsBefore how many events came before those that are shown, where there are any
     */
    public record OrderView(
            String store,
            long order,
            @Nullable String channel,
            String state,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable String remedy,
            List<FlagView> flags,
            @Nullable String assignedTo,
            List<Note> notes,
            List<String> tags,
            int tries,
            @Nullable Instant nextAttempt,
            @Nullable SetAsideView setAside,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SetAsideView> refundsSetAside,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RefundRecord> refundsRecorded,
            List<JournalView> journals,
            List<EventView> events,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) long eventsBefore) {}

    @GetMapping
    public OrderView order(@PathVariable String store, @PathVariable long order) {
        Paging.checkOrder(order, 1);
        OrderStatus status = states.of(store, order)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Nothing is known of order %d of store %s".formatted(order, store)));
        List<SetAsideView> setAside =
                setAsides.decisions(store, order).stream().map(SetAsideView::of).toList();
        List<KeptEvent> shown = events.last(store, order, MOST_EVENTS);
        return new OrderView(
                store,
                order,
                status.channel(),
                status.state(),
                status.reason(),
                status.detail(),
                status.remedy(),
                status.flags().stream().map(FlagView::of).toList(),
                status.assignedTo(),
                notes.of(store, order),
                tags.of(store, order),
                status.attempts(),
                status.state().equals("waiting") ? status.dueAt() : null,
                setAside.stream()
                        .filter(one -> one.refund() == null)
                        .findFirst()
                        .orElse(null),
                setAside.stream().filter(one -> one.refund() != null).toList(),
                refunds.entered(store, order),
                books.journalsOf(store, order).stream().map(JournalView::of).toList(),
                shown.stream().map(EventView::of).toList(),
                shown.size() < MOST_EVENTS ? 0 : events.count(store, order) - MOST_EVENTS);
    }
}
