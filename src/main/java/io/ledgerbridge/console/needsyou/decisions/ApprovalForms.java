package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.api.ApprovalsApi;
import io.ledgerbridge.approvals.Replayed;
import io.ledgerbridge.console.CallBody;
import io.ledgerbridge.console.Said;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.console.needsyou.which.Where;
import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a second person decides. */
@Controller
class ApprovalForms {

    private final ApprovalsApi approvals;
    private final WaitingOrders waiting;

    ApprovalForms(ApprovalsApi approvals, WaitingOrders waiting) {
        this.waiting = waiting;
        this.approvals = approvals;
    }

    @PostMapping("/needs-you/approvals/{id}/confirm")
    String confirm(@PathVariable long id, Where where, Principal user, RedirectAttributes next) {
        List<OrderKey> keys = waiting.orders(id);
        WorkedOrders.name(next, keys);
        Said.of(next, () -> {
            Replayed replayed = approvals.confirm(id, "{}", user);
            WorkedOrders.name(next, keys, replayed == null ? keys.size() : replayed.orders());
            return replayed == null
                    ? Said.done("needs-you.said.confirmed")
                    : new Asked(replayed.orders(), replayed.skipped(), 0).said();
        });
        return "redirect:" + where.address();
    }

    @PostMapping("/needs-you/approvals/{id}/refuse")
    String refuse(
            @PathVariable long id,
            Where where,
            @RequestParam(defaultValue = "") String why,
            Principal user,
            RedirectAttributes next) {
        Said.of(next, () -> {
            approvals.refuse(id, new CallBody().exact("why", why).json(), user);
            return Said.done("needs-you.said.refused");
        });
        return "redirect:" + where.address();
    }
}
