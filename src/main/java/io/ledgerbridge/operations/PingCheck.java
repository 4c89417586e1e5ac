package io.ledgerbridge.operations;

import io.ledgerbridge.bigcommerce.FailingTask;
import io.ledgerbridge.faults.Seconds;
import java.util.List;
import java.util.stream.Collectors;

/** One check; a detail is in BigCommerce's or Sage X3's own words where they have any. */
public record PingCheck(String name, boolean ok, String detail) {

    /** A check more if some of this process's own tasks keep failing: sweeps, checks of the webhooks, backfills. */
    public static List<PingCheck> tasks(List<FailingTask> failing) {
        String each = failing.stream()
                .map(task -> "%s has failed %d times since %s: %s"
                        .formatted(task.task(), task.failures(), Seconds.of(task.since()), task.words()))
                .collect(Collectors.joining("; "));
        return failing.isEmpty() ? List.of() : List.of(new PingCheck("tasks", false, each));
    }

    PingCheck saying(String other) {
        return new PingCheck(name, ok, other);
    }
}
