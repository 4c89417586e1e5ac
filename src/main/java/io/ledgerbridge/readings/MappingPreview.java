package io.ledgerbridge.readings;

import io.ledgerbridge.faults.DatabaseFailure;
import io.ledgerbridge.mappings.MappingVersions;
import io.ledgerbridge.posting.JournalPlanner;
import io.ledgerbridge.posting.Plan;
import io.ledgerbridge.posting.rules.PostingRules;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What other settings would have made of past orders. Each is planned once more, from nothing, from the last reading that is
 * kept of it, and compared with all that the books have of it. Nothing is written.
 */
@Component
public class MappingPreview {

    private static final int ORDERS_AT_ONCE = 50;

    private final PreviewedOrders orders;
    private final KeptReadings readings;
    private final MappingVersions mappings;

    MappingPreview(PreviewedOrders orders, KeptReadings readings, MappingVersions mappings) {
        this.orders = orders;
        this.readings = readings;
        this.mappings = mappings;
    }

    /**
     * Plans the orders whose first entry is dated into some days, by their numbers.
     *
     * @param tried the settings, taken as if they had always been these
     * @param most so many orders
     */
    public MappingChange of(PostingRules tried, PreviewedDays days, int most) {
        List<Long> found = orders.of(tried.store(), days, most + 1);
        List<Long> taken = found.stream().limit(most).toList();
        ChangeSums sums = new ChangeSums();
        RulesOfThen then = new RulesOfThen(mappings);
        for (int from = 0; from < taken.size(); from += ORDERS_AT_ONCE) {
            List<Long> some = taken.subList(from, Math.min(taken.size(), from + ORDERS_AT_ONCE));
            orders.read(tried.store(), some).forEach(order -> add(sums, tried, then, order));
        }
        return sums.change(found.size() > most ? taken.get(most - 1) : null);
    }

    private void add(ChangeSums sums, PostingRules tried, RulesOfThen then, OrderBefore order) {
        try {
            KeptPlan kept = KeptPlan.of(readings, then, tried.store(), order.number(), order.newest());
            Plan plan = new JournalPlanner(tried).plan(kept.reading(), order.history(kept.with()));
            if (plan.reason() == null) {
                sums.add(order, plan.journals());
            } else {
                sums.wouldPark(plan.reason().code());
            }
        } catch (RuntimeException gone) {
            if (DatabaseFailure.isBehind(gone)) {
                throw gone;
            }
            sums.notKept();
        }
    }
}
