package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.api.ParkedApi;
import io.ledgerbridge.console.CallBody;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Has parked orders worked again by the API, store by store. */
@Component
class WorkAgain {

    private final ParkedApi parked;

    WorkAgain(ParkedApi parked) {
        this.parked = parked;
    }

    /** All of a store that are parked for a reason. */
    Asked cause(String store, String reason, Principal user) {
        return asked(new CallBody().exact("store", store).exact("reason", reason), user);
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
            return new Asked(0, waiting.skipped(), waiting.orders());
        }
        ParkedApi.Replayed replayed = (ParkedApi.Replayed) answer;
        return new Asked(replayed.orders(), replayed.skipped(), 0);
    }
}
