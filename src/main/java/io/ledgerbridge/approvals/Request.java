package io.ledgerbridge.approvals;

import java.util.Map;

/** What was asked for. */
public sealed interface Request permits RefundRequest, ReplayRequest {

    /** As links of the audit trail tell it: each value is a code, a number, a day or an amount, or stands beside its link. */
    Map<String, Object> told();
}
