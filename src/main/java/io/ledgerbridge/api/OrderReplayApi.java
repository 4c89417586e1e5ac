package io.ledgerbridge.api;

import io.ledgerbridge.api.requests.JsonRequestBody;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.parked.Replays;
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
class OrderReplayApi {

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
    ResponseEntity<?> replay(
            @PathVariable String store,
            @PathVariable long order,
            @RequestBody(required = false) @Nullable String body,
            Principal user) {
        known(store, order);
        if (JsonRequestBody.of(body, "{} or {\"preview\":true}", "preview").flag("preview")) {
            return ResponseEntity.ok(previews.of(store, order));
        }
        replays.replay(store, order, user.getName());
        return ResponseEntity.accepted().build();
    }

    /** Only a parked order can be dismissed: any other goes on, or has ended, by itself. */
    @PostMapping("/dismiss")
    ResponseEntity<?> dismiss(
            @PathVariable String store,
            @PathVariable long order,
            @RequestBody(required = false) @Nullable String body,
            Principal user) {
        known(store, order);
        String why = JsonRequestBody.of(body, "{\"why\":\"…\"}", "why").text("why");
        if (!replays.dismiss(store, order, why, user.getName())) {
            throw notParked(store, order);
        }
        return ResponseEntity.accepted().build();
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
