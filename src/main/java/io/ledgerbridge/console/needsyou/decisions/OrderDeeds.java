package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.api.SetAsideApi;
import io.ledgerbridge.api.notes.NotesApi;
import io.ledgerbridge.api.notes.TagsApi;
import io.ledgerbridge.console.CallBody;
import io.ledgerbridge.console.OneAtATime;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.parked.OrderStates;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What a person decides about one order, by the API. */
@Component
class OrderDeeds {

    /** Characters of a reason for which something is set aside. */
    private static final int SHORTEST_REASON = 10;

    private final SetAsideApi setAsides;
    private final NotesApi notes;
    private final TagsApi tags;
    private final OrderStates states;
    private final OneAtATime oneAtATime;
    private final MessageSource messages;

    OrderDeeds(
            SetAsideApi setAsides,
            NotesApi notes,
            TagsApi tags,
            OrderStates states,
            OneAtATime oneAtATime,
            MessageSource messages) {
        this.tags = tags;
        this.oneAtATime = oneAtATime;
        this.setAsides = setAsides;
        this.notes = notes;
        this.states = states;
        this.messages = messages;
    }

    void checkReason(String why) {
        if (why.strip().length() < SHORTEST_REASON) {
            throw refused(HttpStatus.BAD_REQUEST, "needs-you.refused.reason", SHORTEST_REASON);
        }
    }

    /** One that is parked no more is left alone: somebody else may have decided about it. */
    void setAside(OrderKey key, String kind, String x3Number, String why, Principal user) {
        CallBody said = new CallBody().exact("kind", kind).exact("why", why).text("x3Number", x3Number);
        oneAtATime.on(key.store(), key.order(), () -> {
            checkParked(key);
            setAsides.setAside(key.store(), key.order(), said.json(), user);
        });
    }

    private void checkParked(OrderKey key) {
        if (states.of(key.store(), key.order())
                .filter(status -> status.state().equals("parked"))
                .isEmpty()) {
            throw refused(HttpStatus.CONFLICT, "needs-you.refused.not-parked");
        }
    }

    /**
     * Whoever got it meanwhile keeps it.
     *
     * @param to nobody where it is blank
     * @param shown who looked after it, as the person saw; blank for nobody, null where that was not shown
     */
    void assign(OrderKey key, String to, @Nullable String shown, Principal user) {
        CallBody said = to.isBlank() ? new CallBody().nobody("to") : new CallBody().exact("to", to);
        oneAtATime.on(key.store(), key.order(), () -> {
            if (shown != null) {
                checkAssigned(key, shown.strip(), to.strip());
            }
            notes.assign(key.store(), key.order(), said.json(), user);
        });
    }

    private void checkAssigned(OrderKey key, String shown, String to) {
        states.of(key.store(), key.order())
                .map(status -> Optional.ofNullable(status.assignedTo()).orElse(""))
                .filter(now -> !now.equals(shown) && !now.equals(to))
                .ifPresent(now -> {
                    throw now.isEmpty()
                            ? refused(HttpStatus.CONFLICT, "needs-you.refused.assigned-to-nobody")
                            : refused(HttpStatus.CONFLICT, "needs-you.refused.assigned-anew", now);
                });
    }

    void note(OrderKey key, String text, Principal user) {
        notes.write(key.store(), key.order(), new CallBody().exact("text", text).json(), user);
    }

    void tag(OrderKey key, String tag, Principal user) {
        tags.put(key.store(), key.order(), tag, user);
    }

    private ResponseStatusException refused(HttpStatus status, String key, Object... values) {
        return new ResponseStatusException(status, messages.getMessage(key, values, LocaleContextHolder.getLocale()));
    }
}
