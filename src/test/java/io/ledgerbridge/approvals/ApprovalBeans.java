package io.ledgerbridge.approvals;

import io.ledgerbridge.books.stores.StoreTrail;
import io.ledgerbridge.parked.GroupReplays;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.parked.ParkedGroups;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What a second person decides, for tests that begin a part of the program. */
@Configuration(proxyBeanMethods = false)
@Import({
    ApprovalRows.class,
    ApprovalTrail.class,
    NewApprovals.class,
    RefundRequests.class,
    ReplayRequests.class,
    Decisions.class,
    ConfirmedRefunds.class,
    ConfirmedReplays.class,
    Approvals.class,
    ParkedGroups.class,
    GroupReplays.class,
    StoreTrail.class,
    OrderStates.class
})
public class ApprovalBeans {}
