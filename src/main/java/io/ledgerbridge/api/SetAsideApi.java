package io.ledgerbridge.api;

import io.ledgerbridge.api.requests.JsonRequestBody;
import io.ledgerbridge.api.requests.X3Number;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.parked.Replays;
import io.ledgerbridge.posting.SetAside;
import io.ledgerbridge.queue.SetAsides;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Orders, and refunds, for which a person wants nothing posted: booked by hand, or no entry wanted. */
@RestController
@RequestMapping("/api/stores/{store}/orders/{order}/set-aside")
public class SetAsideApi {

    private static final String BY_HAND = "by-hand";
    private static final String ALLOWED = """
            {"kind":"by-hand","x3Number":"…","why":"…"}, with "refund" for one of its refunds, or {"kind":"no-entry","why":"…"}""";

    /** Where Sage X3 has it, or may have it. */
    private static final Set<JournalState> IN_X3 =
            Set.of(JournalState.POSTED, JournalState.SENDING, JournalState.UNKNOWN);

    private final OrderStates states;
    private final Replays replays;
    private final Books books;

    SetAsideApi(OrderStates states, Replays replays, Books books) {
        this.books = books;
        this.states = states;
        this.replays = replays;
    }

    /** Lasts until it is undone; a later change of the order parks it with the difference. */
    @PostMapping
    public ResponseEntity<Void> setAside(
            @PathVariable String store,
            @PathVariable long order,
            @RequestBody(required = false) @Nullable String body,
            Principal user) {
        JsonRequestBody asked = JsonRequestBody.of(body, ALLOWED, "kind", "x3Number", "why", "refund");
        String kind = asked.oneOf("kind", Set.of(BY_HAND, "no-entry"));
        String number = kind.equals(BY_HAND) ? X3Number.of(asked) : null;
        long refund = asked.optionalId("refund").orElse(SetAside.ORDER);
        String why = asked.text("why");
        if (refund != SetAside.ORDER && !kind.equals(BY_HAND)) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "A refund is set aside by-hand alone. The body has to be " + ALLOWED);
        }
        known(store, order);
        checkPosted(store, order, refund);
        replays.setAside(store, order, new SetAsides.Decision(refund, kind, number, why, user.getName()));
        return ResponseEntity.accepted().build();
    }

    /**
     * Undoes it.
     *
     * @param refund of which it is undone; without it, of the order as a whole
     */
    @DeleteMapping
    public ResponseEntity<Void> undo(
            @PathVariable String store,
            @PathVariable long order,
            @RequestParam(defaultValue = "0") long refund,
            Principal user) {
        known(store, order);
        if (!replays.undoSetAside(store, order, refund, user.getName())) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    refund == SetAside.ORDER
                            ? "Order %d is not set aside".formatted(order)
                            : "Refund %d of order %d is not set aside".formatted(refund, order));
        }
        return ResponseEntity.accepted().build();
    }

    /** Else the books would hold it twice. */
    private void checkPosted(String store, long order, long refund) {
        books.journalsOf(store, order).stream()
                .filter(journal -> Long.valueOf(refund).equals(journal.refund()) && IN_X3.contains(journal.state()))
                .findFirst()
                .ifPresent(posted -> {
                    throw new ResponseStatusException(
                            HttpStatus.CONFLICT,
                            "Refund %d is %s already, as %s; entry in Sage X3: %s"
                                    .formatted(
                                            refund,
                                            posted.state() == JournalState.POSTED ? "posted" : "being posted",
                                            posted.reference(),
                                            posted.x3Number() == null ? "not known yet" : posted.x3Number()));
                });
    }

    private void known(String store, long order) {
        if (states.of(store, order).isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "Nothing is known of order %d of store %s".formatted(order, store));
        }
    }
}
