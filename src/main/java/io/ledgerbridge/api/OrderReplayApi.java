package io.ledgerbridge.api;

import io.ledgerbridge.api.requests.JsonRequestBody;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.parked.OrderPreview;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.parked.Replays;
import io.ledgerbridge.parked.Supposed;
import io.ledgerbridge.queue.SetAsides;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What a person decides about one order. */
@RestController
@RequestMapping("/api/stores/{store}/orders/{order}")
public class OrderReplayApi {

    private final Shops shops;
    private final OrderStates states;
    private final Replays replays;
    private final Previews previews;

    OrderReplayApi(Shops shops, OrderStates states, Replays replays, Previews previews) {
        this.shops = shops;
        this.states = states;
        this.replays = replays;
        this.previews = previews;
    }

    /** An order of which nothing is known yet is read for the first time; a preview changes nothing. */
    @PostMapping("/replay")
    public ResponseEntity<?> replay(
            @PathVariable String store,
            @PathVariable long order,
            @RequestBody(required = false) @Nullable String body,
            Principal user) {
        known(store, order);
        JsonRequestBody asked =
                JsonRequestBody.of(body, "{}, {\"preview\":true} or {\"difference\":true}", "preview", "difference");
        if (asked.flag("preview")) {
            Supposed supposed = asked.flag("difference") ? Supposed.DIFFERENCE : Supposed.NOTHING;
            return ResponseEntity.ok(previews.of(new OrderPreview.Asked(store, order, supposed)));
        }
        if (!asked.flag("difference")) {
            replays.replay(store, order, user.getName());
        } else if (!replays.replayDifference(store, order, user.getName())) {
            throw notSetAside(store, order);
        }
        return ResponseEntity.accepted().build();
    }

    /** Another name for setting a parked order aside without an entry. */
    @PostMapping("/dismiss")
    public ResponseEntity<?> dismiss(
            @PathVariable String store,
            @PathVariable long order,
            @RequestBody(required = false) @Nullable String body,
            Principal user) {
        known(store, order);
        String why = JsonRequestBody.of(body, "{\"why\":\"…\"}", "why").text("why");
        SetAsides.Decision decision = new SetAsides.Decision(0, "no-entry", null, why, user.getName());
        if (!replays.setAsideIfParked(store, order, decision)) {
            throw notParked(store, order);
        }
        return ResponseEntity.accepted().build();
    }

    private ResponseStatusException notSetAside(String store, long order) {
        return new ResponseStatusException(
                HttpStatus.CONFLICT, "Order %d of store %s is not set aside".formatted(order, store));
    }

    private void known(String store, long order) {
        if (shops.find(store).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no store " + store);
        }
        if (order < 1) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "An order's id is above zero, not " + order);
        }
    }

    private ResponseStatusException notParked(String store, long order) {
        return states.of(store, order)
                .map(status -> new ResponseStatusException(
                        HttpStatus.CONFLICT, "Order %d is %s, not parked".formatted(order, status.state())))
                .orElseGet(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Nothing is known of order %d of store %s".formatted(order, store)));
    }
}
