package io.ledgerbridge.api.audit;

import io.ledgerbridge.api.requests.Paging;
import io.ledgerbridge.books.audit.anchors.Anchors;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What all chains of the audit trail were, day by day: for whoever keeps a copy of it elsewhere. */
@RestController
@RequestMapping("/api/audit/anchors")
class AnchorsApi {

    private final Anchors anchors;

    AnchorsApi(Anchors anchors) {
        this.anchors = anchors;
    }

    /** One page, the newest first. */
    record Page(List<AnchorView> items, int page, int size, long total) {}

    @GetMapping
    Page page(
            @RequestParam(defaultValue = Paging.FIRST) int page,
            @RequestParam(defaultValue = Paging.USUAL_SIZE) int size) {
        Paging.check(page, size);
        List<AnchorView> items =
                anchors.page(page, size).stream().map(AnchorView::of).toList();
        return new Page(items, page, size, anchors.count());
    }
}
