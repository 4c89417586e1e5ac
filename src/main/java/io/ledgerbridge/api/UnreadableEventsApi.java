package io.ledgerbridge.api;

import io.ledgerbridge.api.requests.JsonRequestBody;
import io.ledgerbridge.parked.UnreadableEvents;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Deliveries, and rows of lists, that can't be read and that a person has seen. */
@RestController
public class UnreadableEventsApi {

    /** Characters of a reason. */
    private static final int SHORTEST_REASON = 10;

    private final UnreadableEvents events;

    UnreadableEventsApi(UnreadableEvents events) {
        this.events = events;
    }

    /**
     * Takes one out of what needs a person, for good.
     *
     * @throws ResponseStatusException 404 where there is none, 409 where somebody did already
     */
    @PostMapping("/api/parked/events/{event}/dismiss")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public void dismiss(
            @PathVariable long event, @RequestBody(required = false) @Nullable String body, Principal user) {
        String why = JsonRequestBody.of(
                        body, "{\"why\":\"…\"} with at least %d characters".formatted(SHORTEST_REASON), "why")
                .text("why");
        if (why.length() < SHORTEST_REASON) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "why has to have %d characters at least".formatted(SHORTEST_REASON));
        }
        switch (events.putAway(event, why, user.getName())) {
            case UNKNOWN ->
                throw new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No delivery that can't be read has the number " + event);
            case ALREADY ->
                throw new ResponseStatusException(
                        HttpStatus.CONFLICT, "Delivery %d is put away already".formatted(event));
            case DONE -> {
                return;
            }
        }
    }
}
