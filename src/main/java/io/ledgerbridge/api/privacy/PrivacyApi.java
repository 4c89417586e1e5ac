package io.ledgerbridge.api.privacy;

import io.ledgerbridge.api.requests.JsonRequestBody;
import io.ledgerbridge.orders.KnownStores;
import io.ledgerbridge.privacy.ErasureProgress;
import io.ledgerbridge.privacy.Erasures;
import java.security.Principal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A customer wants to be forgotten: takes what may name a person out of what is kept of the customer's orders. */
@RestController
@RequestMapping("/api/privacy/erase")
public class PrivacyApi {

    /** So many orders at a call. */
    private static final int MOST = 1000;

    /** So many unknown ones are named. */
    private static final int NAMED = 10;

    private static final String ALLOWED = "{\"store\":\"us\",\"orders\":[1001,1002]}: 1 to %d orders".formatted(MOST);

    private final KnownStores stores;
    private final Erasures erasures;

    PrivacyApi(KnownStores stores, Erasures erasures) {
        this.stores = stores;
        this.erasures = erasures;
    }

    /** Each order is erased within a minute or so, and one that is being posted as soon as that has ended. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    public ErasureProgress erase(@RequestBody(required = false) @Nullable String body, Principal user) {
        JsonRequestBody asked = JsonRequestBody.of(body, ALLOWED, "store", "orders");
        String store = asked.text("store");
        List<Long> orders = asked.ids("orders", MOST);
        stores.check(store);
        List<Long> unknown = erasures.unknown(store, orders);
        if (!unknown.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "Nothing is known of order %s of store %s, and nothing was erased"
                            .formatted(named(unknown), store));
        }
        erasures.ask(store, orders, user.getName());
        return erasures.progress(store);
    }

    /** How far the erasures of a store have come. */
    @GetMapping
    public ErasureProgress progress(@RequestParam String store) {
        stores.check(store);
        return erasures.progress(store);
    }

    private static String named(List<Long> orders) {
        String first = orders.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        int others = orders.size() - NAMED;
        return others > 0 ? "%s and %d others".formatted(first, others) : first;
    }
}
