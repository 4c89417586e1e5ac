package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.api.ParkedApi;
import io.ledgerbridge.approvals.ReplayRequests;
import io.ledgerbridge.console.CallBody;
import io.ledgerbridge.console.Said;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.console.needsyou.which.Selected;
import io.ledgerbridge.parked.ParkedFilter;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Has parked orders worked again by the API, store by store. */
@Component
public class WorkAgain {

    private final ParkedApi parked;
    private final Selected selected;
    private final ReplayRequests replays;
    private final MessageSource messages;

    WorkAgain(ParkedApi parked, Selected selected, ReplayRequests replays, MessageSource messages) {
        this.replays = replays;
        this.messages = messages;
        this.selected = selected;
        this.parked = parked;
    }

    /** All of a store that are parked for a reason. */
    Asked cause(String store, String reason, Principal user) {
        return asked(new CallBody().exact("store", store).exact("reason", reason), user);
    }

    /** One order, as alone as among others: it waits for a second person above the limits. */
    public Said one(OrderKey key, Principal user) {
        return orders(List.of(key), user).said();
    }

    /** Of a selection of all that a filter shows those that it has; the others are left. */
    Asked some(ParkedFilter filter, List<OrderKey> keys, Principal user) {
        long left = selected.left(filter, keys);
        return orders(keys, user).plus(Asked.left(left));
    }

    /**
     * Those of some orders that are parked still; what is refused of one store leaves the others as they are. The limits hold
     * for all of them together, although each store has its own call.
     */
    Asked orders(List<OrderKey> keys, Principal user) {
        Map<String, List<Long>> stores = OrderKey.byStore(keys);
        boolean bySecond = stores.size() > 1 && replays.isSecondPersonNeeded(stores);
        return stores.entrySet().stream()
                .map(store -> orders(call(store.getKey(), store.getValue(), bySecond), store.getKey(), user))
                .reduce(Asked.NOTHING, Asked::plus);
    }

    private static CallBody call(String store, List<Long> orders, boolean bySecond) {
        CallBody call = new CallBody().exact("store", store).numbers("orders", orders);
        return bySecond ? call.flag("secondPerson") : call;
    }

    private Asked orders(CallBody call, String store, Principal user) {
        AtomicReference<Asked> asked = new AtomicReference<>(Asked.NOTHING);
        return Said.refusalOf(() -> asked.set(asked(call, user)))
                .map(why -> Asked.refused(about(store, why)))
                .orElseGet(asked::get);
    }

    private String about(String store, String why) {
        return messages.getMessage(
                "needs-you.refused.of-store", new Object[] {store, why}, LocaleContextHolder.getLocale());
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
