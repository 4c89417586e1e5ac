package io.ledgerbridge.posting.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A channel's policies, each with the moment since which it holds.
 *
 * @param versions the oldest first, at least one
 */
public record PolicyHistory(List<Version> versions) {

    /**
     * What held from then on.
     *
     * @param number of the version of the mapping that they are of
     * @param since when it was recorded: at the first start with these settings
     */
    public record Version(int number, Instant since, Policies policies) {}

    /**
     * In the order of their time.
     *
     * @throws IllegalArgumentException where there is none
     */
    public PolicyHistory {
        versions = versions.stream()
                .sorted(Comparator.comparing(Version::since).thenComparing(Version::number))
                .toList();
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a channel has at least one version of its policies");
        }
    }

    /** Of policies that never were any others. */
    public static PolicyHistory always(Policies policies) {
        return new PolicyHistory(List.of(new Version(1, Instant.MIN, policies)));
    }

    /** The number of the newest version. */
    public int newest() {
        return versions.get(versions.size() - 1).number();
    }

    /** Those that held when something happened. The first ones hold for all that was before them, too. */
    public Policies at(Instant instant) {
        return versions.stream()
                .filter(version -> !version.since().isAfter(instant))
                .reduce(versions.get(0), (earlier, later) -> later)
                .policies();
    }
}
