package io.ledgerbridge.console.audit;

import io.ledgerbridge.books.audit.AuditVerification;
import io.ledgerbridge.books.audit.anchors.Anchors;
import io.ledgerbridge.console.Frame;
import io.ledgerbridge.readings.Recomputation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows whether the trail is whole, and the chain of the order that a person looks for. */
@Controller
class AuditPage {

    private static final int ANCHORS = 31;

    private final AuditVerification verification;
    private final Recomputation recomputation;
    private final Anchors anchors;
    private final Hits hits;
    private final Chains chains;

    AuditPage(AuditVerification verification, Recomputation recomputation, Anchors anchors, Hits hits, Chains chains) {
        this.verification = verification;
        this.recomputation = recomputation;
        this.anchors = anchors;
        this.hits = hits;
        this.chains = chains;
    }

    /**
     * What of the trail is known to be whole, on each page.
     *
     * @param order whose chain is shown, where the store is chosen; then nothing is looked for
     * @param evidence what was asked for and refused, if anything was
     */
    @GetMapping("/audit")
    String page(
            @ModelAttribute("frame") Frame frame,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Long order,
            @RequestParam(defaultValue = "0") int after,
            @ModelAttribute("evidence") EvidenceForm evidence,
            Model page) {
        String store = frame.store();
        String text = order != null ? String.valueOf(order) : q == null ? "" : q.strip();
        List<Hit> found =
                order != null && store != null ? List.of(new Hit(store, order, null, null)) : found(text, frame);
        page.addAttribute("q", text);
        page.addAttribute("hits", found);
        if (found.stream().map(hit -> hit.store() + hit.order()).distinct().count() == 1) {
            page.addAttribute(
                    "chain", chains.of(found.get(0).store(), found.get(0).order(), after));
        }
        page.addAttribute("verified", verification.last().orElse(null));
        page.addAttribute("recomputed", recomputation.last().orElse(null));
        page.addAttribute("differing", recomputation.found(0, ANCHORS));
        page.addAttribute("anchors", AnchorRow.of(anchors.page(0, ANCHORS + 1), ANCHORS));
        page.addAttribute("anchorCount", anchors.count());
        return "audit";
    }

    private List<Hit> found(String text, Frame frame) {
        List<String> stores = frame.store() == null ? frame.stores() : List.of(frame.store());
        return text.isEmpty() ? List.of() : hits.of(text, stores);
    }
}
