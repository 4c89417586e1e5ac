package io.ledgerbridge.console.needsyou;

import io.ledgerbridge.console.Chosen;
import io.ledgerbridge.console.needsyou.decisions.WaitingApprovals;
import io.ledgerbridge.console.needsyou.decisions.WorkedNames;
import io.ledgerbridge.console.needsyou.which.Where;
import io.ledgerbridge.parked.ParkedSums;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What waits for a person: all causes, what waits for a second one, and what was done lately. */
@Controller
class NeedsYouPage {

    private final Overview overview;
    private final CauseOrders orders;
    private final WaitingApprovals approvals;
    private final SolvedLately solved;
    private final QuietOrders quiet;
    private final ParkedSums sums;

    NeedsYouPage(
            Overview overview,
            CauseOrders orders,
            WaitingApprovals approvals,
            SolvedLately solved,
            QuietOrders quiet,
            ParkedSums sums) {
        this.sums = sums;
        this.overview = overview;
        this.orders = orders;
        this.approvals = approvals;
        this.solved = solved;
        this.quiet = quiet;
    }

    @GetMapping("/needs-you")
    String page(Where where, WorkedNames worked, @ModelAttribute("chosen") Chosen chosen, Principal user, Model page) {
        if (where.reason() != null) {
            return "redirect:" + where.at(null).address();
        }
        long count = overview.show(where, user.getName(), worked, page);
        page.addAttribute("unreadable", orders.unreadable(where.store()));
        page.addAttribute("approvals", approvals.of(where.store()));
        page.addAttribute("solved", solved.of(where.store()));
        page.addAttribute("ages", AgeBar.of(sums.ages(where.filter(user.getName()))));
        page.addAttribute("quiet", count == 0 ? quiet.of(chosen) : null);
        return "needs-you";
    }
}
