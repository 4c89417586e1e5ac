package io.ledgerbridge.posting.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerbridge.bigcommerce.details.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a channel's {@code tenders}: which payments it is for, and where they go. All of its conditions must hold.
 *
 * @param gateways BigCommerce's names of payment gateways or providers; empty for any
 * @param method BigCommerce's method of a transaction, such as {@code offline}; null for any
 * @param names the way of paying as the order shows it ({@code payment_method}); empty for any
 * @param outcome what becomes of such a payment
 * @param name of the way of paying, by which its lines are told; where there is an account
 * @param account null unless the outcome is {@link Outcome#ACCOUNT}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TenderRow(
        List<String> gateways,
        @Nullable String method,
        List<String> names,
        Outcome outcome,
        @Nullable String name,
        @Nullable Account account) {

    /** What becomes of a payment. */
    public enum Outcome {
        ACCOUNT,
        /** An order that is paid so makes no entry. */
        NO_ENTRY,
        PARK
    }

    public TenderRow {
        gateways = gateways == null ? List.of() : List.copyOf(gateways);
        names = names == null ? List.of() : List.copyOf(names);
    }

    /** Whether it is for such a payment. */
    boolean matches(PaymentSource payment) {
        boolean isNarrow = !gateways.isEmpty() || !names.isEmpty();
        boolean ofMethod = method == null
                || (payment.method() == null ? isNarrow : Words.plain(method).equals(Words.plain(payment.method())));
        return ofMethod && isAny(gateways, payment.gateway()) && isAny(names, payment.name());
    }

    /** Whether it is for payments that no gateway takes, such as on account or by bank transfer. */
    public boolean isOffline() {
        return method != null && Words.plain(method).equals("offline");
    }

    private static boolean isAny(List<String> allowed, @Nullable String given) {
        return allowed.isEmpty()
                || (given != null
                        && allowed.stream().anyMatch(one -> Words.plain(one).equals(Words.plain(given))));
    }
}
