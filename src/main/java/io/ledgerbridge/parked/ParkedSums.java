package io.ledgerbridge.parked;

import io.ledgerbridge.database.LastCounts;
import java.util.List;
import org.springframework.stereotype.Component;

/** What parked orders come to, for pages that renew themselves: where there are very many, as it was some seconds ago. */
@Component
public class ParkedSums {

    private final ParkedOrders orders;
    private final ParkedAges ages;
    private final LastCounts<ParkedFilter, List<ParkedCause>> causesOf = new LastCounts<>();
    private final LastCounts<ParkedFilter, List<ParkedAge>> agesOf = new LastCounts<>();

    ParkedSums(ParkedOrders orders, ParkedAges ages) {
        this.orders = orders;
        this.ages = ages;
    }

    /** By store and reason, those that come to most first. */
    public List<ParkedCause> causes(ParkedFilter filter) {
        return causesOf.of(filter, () -> orders.causes(filter));
    }

    /** By how long they have been parked, the shortest first. */
    public List<ParkedAge> ages(ParkedFilter filter) {
        return agesOf.of(filter, () -> ages.of(filter));
    }
}
