package io.ledgerbridge.console.audit;

import io.ledgerbridge.api.audit.AuditStepsApi;
import io.ledgerbridge.api.audit.StepParameters;
import io.ledgerbridge.console.Clocks;
import io.ledgerbridge.console.Frame;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Shows what was done over all orders, by step, person and day. */
@Controller
class StepsPage {

    private static final int USUAL_DAYS = 30;

    private final AuditStepsApi steps;
    private final Clocks clocks;

    StepsPage(AuditStepsApi steps, Clocks clocks) {
        this.steps = steps;
        this.clocks = clocks;
    }

    @GetMapping("/audit/steps")
    String page(@ModelAttribute("frame") Frame frame, StepParameters asked, Model page) {
        LocalDate today = LocalDate.ofInstant(clocks.now(), ZoneOffset.UTC);
        StepParameters searched = asked.of(frame.store(), today.minusDays(USUAL_DAYS), today);
        page.addAttribute("searched", searched);
        page.addAttribute("steps", StepNames.ALL);
        if (searched.isAsked()) {
            AuditStepsApi.Page found = steps.find(searched);
            page.addAttribute("found", StepRow.of(found));
            page.addAttribute("next", found.next());
        }
        return "audit-steps";
    }
}
