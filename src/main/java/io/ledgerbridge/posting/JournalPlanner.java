package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.posting.explained.Ground;
import io.ledgerbridge.posting.rules.PostingRules;
import java.util.Map;
import java.util.Optional;

/** Decides what is to be posted for an order: the same reading and history give the same plan. */
public final class JournalPlanner {

    /** Grows with each change of the program after which the same reading and history can give another plan. */
    public static final int RULES = 1;

    private final PostingRules rules;

    public JournalPlanner(PostingRules rules) {
        this.rules = rules;
    }

    /**
     * Steps 2 to 5 of "Working an order"; settling with Sage X3 what may be there, and withdrawing what is not, comes
     * before.
     *
     * @param history its journals are those that Sage X3 has
     * @return the journals that take the ledger from what it holds to what it should hold, or why there are none
     */
    public Plan plan(OrderReading reading, OrderHistory history) {
        Optional<SetAside> setAside = history.orderSetAside();
        if (setAside.isPresent()) {
            return new SetAsideOrder(rules, reading, history, setAside.get()).plan();
        }
        try {
            return new PlanningRun(rules, reading, history).plan();
        } catch (CannotPost refusal) {
            return Plan.park(refusal.reason());
        }
    }

    /** Why each journal of the same plan is made, by its reference; none of an order that can't be planned. */
    public Map<String, Ground> grounds(OrderReading reading, OrderHistory history) {
        Optional<SetAside> setAside = history.orderSetAside();
        try {
            return setAside.isPresent()
                    ? new SetAsideOrder(rules, reading, history, setAside.get()).grounds()
                    : grounds(new PlanningRun(rules, reading, history));
        } catch (CannotPost refusal) {
            return Map.of();
        }
    }

    private static Map<String, Ground> grounds(PlanningRun run) {
        run.plan();
        return run.grounds();
    }
}
