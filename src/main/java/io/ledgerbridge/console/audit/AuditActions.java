package io.ledgerbridge.console.audit;

import io.ledgerbridge.api.AuditApi;
import io.ledgerbridge.api.proof.RecomputationApi;
import io.ledgerbridge.console.Chosen;
import io.ledgerbridge.console.Said;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Has the trail verified and the journals planned again, and leads to the evidence of orders. */
@Controller
class AuditActions {

    private final AuditApi audit;
    private final RecomputationApi recomputation;
    private final EvidenceChecks checks;

    AuditActions(AuditApi audit, RecomputationApi recomputation, EvidenceChecks checks) {
        this.audit = audit;
        this.recomputation = recomputation;
        this.checks = checks;
    }

    @PostMapping("/audit/verify")
    String verify(@ModelAttribute("chosen") Chosen chosen, RedirectAttributes next) {
        Said.of(next, () -> {
            audit.verify();
            return Said.done("audit.done.verify");
        });
        return "redirect:" + chosen.at("/audit");
    }

    @PostMapping("/audit/recompute")
    String recompute(@ModelAttribute("chosen") Chosen chosen, RedirectAttributes next) {
        Said.of(next, () -> {
            recomputation.begin();
            return Said.done("audit.done.recompute");
        });
        return "redirect:" + chosen.at("/audit");
    }

    /** Leads to the ZIP; where there is none the page says why, and keeps what was written. */
    @GetMapping("/audit/evidence")
    String evidence(@ModelAttribute("chosen") Chosen chosen, EvidenceForm form, RedirectAttributes next) {
        Optional<String> refusal = checks.refusal(form);
        refusal.ifPresent(why -> next.addFlashAttribute(Said.NAME, Said.partly(null, List.of(), List.of(why))));
        return "redirect:" + (refusal.isPresent() ? form.at(chosen.at("/audit")) : form.zip());
    }
}
