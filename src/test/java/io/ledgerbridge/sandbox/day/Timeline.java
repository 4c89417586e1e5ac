package io.ledgerbridge.sandbox.day;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What will happen in the shops, in the order of their clock. */
final class Timeline {

    private final PriorityQueue<Step> steps =
            new PriorityQueue<>(Comparator.comparing(Step::at).thenComparing(Step::number));
    private long number;

    private record Step(Instant at, long number, Runnable deed) {}

    void add(Instant at, Runnable deed) {
        steps.add(new Step(at, number++, deed));
    }

    boolean hasStepBefore(Instant end) {
        Step next = steps.peek();
        return next != null && next.at().isBefore(end);
    }

    /** When the next step happens. */
    Instant next() {
        return steps.element().at();
    }

    void step() {
        steps.remove().deed().run();
    }
}
