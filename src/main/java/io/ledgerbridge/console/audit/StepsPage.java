package io.ledgerbridge.console.audit;

import io.ledgerbridge.api.audit.AuditStepsApi;
import io.ledgerbridge.api.audit.StepParameters;
import io.ledgerbridge.console.Attached;
import io.ledgerbridge.console.Clocks;
import io.ledgerbridge.console.Frame;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Shows what was done over all orders, by step, person and day, and hands it out as a file. */
@Controller
@RequestMapping("/audit/steps")
class StepsPage {

    private static final int USUAL_DAYS = 30;

    private final AuditStepsApi steps;
    private final StepTables tables;
    private final Clocks clocks;

    StepsPage(AuditStepsApi steps, StepTables tables, Clocks clocks) {
        this.steps = steps;
        this.tables = tables;
        this.clocks = clocks;
    }

    /** What the address asks for, of the store that is chosen. */
    @ModelAttribute("searched")
    StepParameters searched(StepParameters asked, @ModelAttribute("frame") Frame frame) {
        LocalDate today = LocalDate.ofInstant(clocks.now(), ZoneOffset.UTC);
        return asked.of(frame.store(), USUAL_DAYS, today);
    }

    @GetMapping
    String page(@ModelAttribute("searched") StepParameters searched, Model page) {
        page.addAttribute("steps", StepNames.ALL);
        if (searched.isAsked()) {
            AuditStepsApi.Page found = steps.find(searched);
            page.addAttribute("found", StepRow.of(found));
            page.addAttribute("next", found.next());
        }
        return "audit-steps";
    }

    /** All that are found, not one page. */
    @GetMapping("/export.csv")
    ResponseEntity<StreamingResponseBody> csv(@ModelAttribute("searched") StepParameters searched, Locale language) {
        return Attached.csv("audit.csv", tables.csv(searched, language));
    }

    /** Likewise. */
    @GetMapping("/export.xlsx")
    ResponseEntity<StreamingResponseBody> xlsx(@ModelAttribute("searched") StepParameters searched, Locale language) {
        return Attached.as("audit.xlsx", tables.xlsx(searched, language));
    }
}
