package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.console.needsyou.which.Told;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.parked.OrderStatus;
import io.ledgerbridge.queue.SetAsides;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an order stands about which something was just decided.
 *
 * @param setAside how it is, where it is
 */
public record WorkedOrder(OrderStatus status, SetAsides.@Nullable Decision setAside) {

    public boolean isUnderWay() {
        return status.state().equals("waiting") || status.state().equals("posting");
    }

    /** Why it is parked again, as the messages' keys end; null where it isn't. */
    public @Nullable String cause() {
        return Optional.ofNullable(status.reason())
                .map(reason -> ParkCode.ofLabel(reason).orElse(ParkCode.OTHER).label())
                .orElse(null);
    }

    /** What it is parked for again, with the words of Sage X3 or BigCommerce told from the program's. */
    public Told told() {
        return Told.of(
                Optional.ofNullable(status.reason()).flatMap(ParkCode::ofLabel).orElse(ParkCode.OTHER),
                status.detail());
    }

    public String key() {
        return new OrderKey(status.store(), status.order()).text();
    }
}
