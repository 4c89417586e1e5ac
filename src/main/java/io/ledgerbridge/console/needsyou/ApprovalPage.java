package io.ledgerbridge.console.needsyou;

import io.ledgerbridge.console.needsyou.decisions.WaitingApproval;
import io.ledgerbridge.console.needsyou.decisions.WaitingApprovals;
import io.ledgerbridge.console.needsyou.which.Where;
import io.ledgerbridge.parked.ParkedGroup;
import io.ledgerbridge.parked.ParkedOrders;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The orders that one person asked to have worked again, for whoever is to confirm it, a page at a time. */
@Controller
class ApprovalPage {

    private static final int SIZE = 50;

    private final WaitingApprovals waiting;
    private final ParkedOrders orders;

    ApprovalPage(WaitingApprovals waiting, ParkedOrders orders) {
        this.waiting = waiting;
        this.orders = orders;
    }

    /** One that is decided leads back to what needs a person; one about a refund, to its order. */
    @GetMapping("/needs-you/approvals/{id}")
    String page(@PathVariable long id, Where where, Principal user, Model page) {
        WaitingApproval found = waiting.one(id).orElse(null);
        if (found == null) {
            return "redirect:" + where.address();
        }
        ParkedGroup group = found.group();
        if (group == null) {
            return "redirect:/orders/%s/%d"
                    .formatted(found.view().store(), found.view().order());
        }
        LinePage lines = lines(group, after(where));
        page.addAttribute("where", where);
        page.addAttribute("me", user.getName());
        page.addAttribute("waiting", found);
        page.addAttribute("still", orders.count(group));
        page.addAttribute("lines", lines.lines());
        page.addAttribute("next", lines.next());
        return "needs-you-approval";
    }

    private LinePage lines(ParkedGroup group, long after) {
        return LinePage.of(
                orders.after(group, after, SIZE + 1),
                SIZE,
                found -> found.stream()
                        .map(one -> OrderLine.of(one, null, List.of()))
                        .toList(),
                order -> String.valueOf(order.order().order()));
    }

    private static long after(Where where) {
        String after = where.after();
        try {
            return after == null ? 0 : Long.parseLong(after);
        } catch (NumberFormatException none) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such page", none);
        }
    }
}
