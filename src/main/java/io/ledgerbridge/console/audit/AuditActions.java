package io.ledgerbridge.console.audit;

import io.ledgerbridge.api.AuditApi;
import io.ledgerbridge.api.proof.RecomputationApi;
import io.ledgerbridge.console.Chosen;
import io.ledgerbridge.console.Said;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Has the trail verified and the journals planned again, and leads to the evidence of several orders. */
@Controller
class AuditActions {

    private final AuditApi audit;
    private final RecomputationApi recomputation;

    AuditActions(AuditApi audit, RecomputationApi recomputation) {
        this.audit = audit;
        this.recomputation = recomputation;
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

    /** A form has the numbers in one field, the API a parameter for each. */
    @GetMapping("/audit/evidence")
    String evidence(@RequestParam String store, @RequestParam(defaultValue = "") String orders) {
        List<String> numbers = Arrays.stream(orders.split("[^0-9]+", -1))
                .filter(Predicate.not(String::isEmpty))
                .toList();
        return "redirect:"
                + UriComponentsBuilder.fromPath("/api/evidence")
                        .queryParam("store", store)
                        .queryParam("order", numbers)
                        .build()
                        .toUriString();
    }
}
