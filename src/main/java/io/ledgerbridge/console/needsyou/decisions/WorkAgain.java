package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.api.ParkedApi;
import io.ledgerbridge.console.CallBody;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.console.needsyou.which.Selected;
import io.ledgerbridge.parked.ParkedFilter;
import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Has parked orders worked again by the API, store by store. */
@Component
class WorkAgain {

    private final ParkedApi parked;
    private final Selected selected;

    WorkAgain(ParkedApi parked, Selected selected) {
        this.selected = selected;
        this.parked = parked;
    }

    /** All of a store that are parked for a reason. */
    Asked cause(String store, String reason, Principal user) {
        return asked(new CallBody().exact("store", store).exact("reason", reason), user);
    }

    /** Of a selection of all that a filter shows those that it has; the others are left. */
    Asked some(ParkedFilter filter, List<OrderKey> keys, Principal user) {
        long left = selected.left(filter, keys);
        return orders(keys, user).plus(new Asked(0, 0, 0, left));
    }

    /** Those of some orders that are parked still. */
    Asked orders(List<OrderKey> keys, Principal user) {
        return OrderKey.byStore(keys).entrySet().stream()
                .map(store ->
                        asked(new CallBody().exact("store", store.getKey()).numbers("orders", store.getValue()), user))
                .reduce(Asked.NOTHING, Asked::plus);
    }

    private Asked asked(CallBody body, Principal user) {
        Object answer = parked.replay(body.json(), user);
        if (answer instanceof ParkedApi.Waiting waiting) {
            return new Asked(0, waiting.skipped(), waiting.orders(), 0);
        }
        ParkedApi.Replayed replayed = (ParkedApi.Replayed) answer;
        return new Asked(replayed.orders(), replayed.skipped(), 0, 0);
    }
}
