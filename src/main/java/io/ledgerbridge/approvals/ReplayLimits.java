package io.ledgerbridge.approvals;

import io.ledgerbridge.parked.ParkedGroup;
import io.ledgerbridge.parked.ParkedGroups;
import org.springframework.stereotype.Component;

/** Whether one person may have parked orders worked again at once. */
@Component
public class ReplayLimits {

    private final ApprovalSettings limits;
    private final ParkedGroups groups;

    ReplayLimits(ApprovalSettings limits, ParkedGroups groups) {
        this.limits = limits;
        this.groups = groups;
    }

    /** Whether that is so of all that are parked now in a store. */
    public boolean isOnePersonEnough(String store) {
        ParkedGroup all = groups.all(store, null);
        return !limits.isSecondPersonNeeded(ReplayRequest.of(all, groups.count(all), groups.amounts(all)));
    }
}
