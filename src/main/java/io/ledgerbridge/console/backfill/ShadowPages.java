package io.ledgerbridge.console.backfill;

import io.ledgerbridge.catchup.shadow.ShadowOutcome;
import io.ledgerbridge.catchup.shadow.ShadowReports;
import io.ledgerbridge.catchup.shadow.ShadowSummary;
import io.ledgerbridge.catchup.shadow.ShadowedOrder;
import io.ledgerbridge.console.Clocks;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows what a shadow run found: account by account, by cause, and order by order. */
@Controller
class ShadowPages {

    private static final int ORDERS = 50;

    /** What people look at before they backfill. */
    private static final Set<ShadowOutcome> TO_SEE =
            EnumSet.of(ShadowOutcome.POST, ShadowOutcome.PARK, ShadowOutcome.UNREAD);

    private final ShadowReports reports;
    private final Askers askers;
    private final Clocks clocks;

    ShadowPages(ShadowReports reports, Askers askers, Clocks clocks) {
        this.reports = reports;
        this.askers = askers;
        this.clocks = clocks;
    }

    /**
     * One run's.
     *
     * @param of the outcome whose orders are listed; those that people look at where it is none
     * @param reason why they would park or could not be read, as a code; any where it is empty
     * @param after the number of the last order before those that are listed
     */
    @GetMapping("/backfill/shadow/{id:[1-9][0-9]{0,17}}")
    String page(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") long after,
            Model page) {
        ShadowSummary run = reports.lately(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no shadow run " + id));
        Set<ShadowOutcome> outcomes = ShadowOutcome.ofLabel(of).map(Set::of).orElse(TO_SEE);
        List<ShadowedOrder> orders = reports.orders(id, outcomes, reason.isEmpty() ? null : reason, after, ORDERS + 1);
        List<ShadowedOrder> shown = orders.stream().limit(ORDERS).toList();
        page.addAttribute("run", run);
        page.addAttribute("asked", askers.ofShadows(List.of(run)));
        page.addAttribute("of", outcomes.equals(TO_SEE) ? null : of);
        page.addAttribute("reason", reason);
        page.addAttribute("cause", reason.isEmpty() ? null : ShadowedRow.key(reason));
        page.addAttribute("accounts", reports.accounts(id));
        page.addAttribute(
                "causes", reports.causes(id).stream().map(ShadowedRow::of).toList());
        page.addAttribute("orders", shown.stream().map(ShadowedRow::of).toList());
        page.addAttribute("next", orders.size() > ORDERS ? shown.get(ORDERS - 1).order() : null);
        page.addAttribute("now", clocks.now());
        return "backfill-shadow";
    }
}
