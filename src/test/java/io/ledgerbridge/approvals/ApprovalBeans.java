package io.ledgerbridge.approvals;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What a second person decides, for tests that begin a part of the program. */
@Configuration(proxyBeanMethods = false)
@Import({ApprovalRows.class, ApprovalTrail.class, RefundRequests.class, Approvals.class})
public class ApprovalBeans {}
