package io.ledgerbridge.console.needsyou.preview;

import io.ledgerbridge.console.entries.WorkPreview;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.faults.ParkCode;
import org.jspecify.annotations.Nullable;

/**
 * What working an order would come to now.
 *
 * @param view null where it could not be told
 * @param failure why not, in the words of whom was asked
 */
record PreviewedOrder(
        OrderKey key, @Nullable WorkPreview view, @Nullable String failure) {

    /** Whether it would post anything. */
    public boolean posts() {
        return view != null && !view.entries().isEmpty();
    }

    /** Whether it would still need a person. */
    public boolean parks() {
        return view != null && view.reason() != null;
    }

    /** Why it would, as the messages' keys end. */
    public String cause() {
        String reason = view == null ? null : view.reason();
        return ParkCode.ofLabel(reason == null ? "" : reason)
                .orElse(ParkCode.OTHER)
                .label();
    }
}
