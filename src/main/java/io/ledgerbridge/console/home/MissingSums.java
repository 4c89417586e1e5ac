package io.ledgerbridge.console.home;

import io.ledgerbridge.orders.overview.Cause;
import io.ledgerbridge.orders.overview.Cause.Missing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what isn't in the ledger over all causes, a sum for each currency. */
final class MissingSums {

    private MissingSums() {}

    static List<Missing> of(List<Cause> causes) {
        Map<String, Missing> sums = new LinkedHashMap<>();
        causes.stream()
                .flatMap(cause -> cause.amounts().stream())
                .forEach(one -> sums.merge(String.valueOf(one.currency()), one, MissingSums::plus));
        return new ArrayList<>(sums.values());
    }

    private static Missing plus(Missing one, Missing other) {
        return new Missing(
                one.currency(),
                one.orders() + other.orders(),
                one.notRead() + other.notRead(),
                one.amount().add(other.amount()));
    }
}
