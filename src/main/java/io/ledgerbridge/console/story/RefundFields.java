package io.ledgerbridge.console.story;

import io.ledgerbridge.console.CallBody;
import org.jspecify.annotations.Nullable;

/** The fields of the form in which a refund is recorded, as people fill them in. */
record RefundFields(
        @Nullable String amount,
        @Nullable String tax,
        @Nullable String tender,
        @Nullable String date,
        @Nullable String document,
        @Nullable String why) {

    /** The name under which the page finds those of a preview. */
    static final String NAME = "refundFields";

    String json() {
        return new CallBody()
                .amount("amount", amount)
                .amount("tax", tax)
                .text("tender", tender)
                .text("date", date)
                .text("document", document)
                .text("why", why)
                .json();
    }
}
