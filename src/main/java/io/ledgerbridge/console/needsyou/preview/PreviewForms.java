package io.ledgerbridge.console.needsyou.preview;

import io.ledgerbridge.console.needsyou.decisions.WaitingOrders;
import io.ledgerbridge.console.needsyou.which.Selected;
import io.ledgerbridge.console.needsyou.which.Where;
import io.ledgerbridge.parked.ParkedCursor;
import io.ledgerbridge.parked.ParkedFilter;
import io.ledgerbridge.parked.ParkedGroup;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Shows what working orders again would come to. It is asked for by POST, since it reads BigCommerce; who loads its address
 * gets where it was asked.
 */
@Controller
class PreviewForms {

    private final Selected selected;
    private final WaitingOrders waiting;
    private final GroupPreviews previews;

    PreviewForms(Selected selected, WaitingOrders waiting, GroupPreviews previews) {
        this.waiting = waiting;
        this.selected = selected;
        this.previews = previews;
    }

    @GetMapping({"/needs-you/preview", "/needs-you/preview-all", "/needs-you/approvals/{id}/preview"})
    String back(Where where) {
        return "redirect:" + where.address();
    }

    /** @param sums of those that were ticked with these and are previewed already */
    @PostMapping("/needs-you/preview")
    String some(
            Where where,
            @RequestParam(required = false) @Nullable String only,
            @RequestParam(required = false) @Nullable List<String> order,
            @RequestParam(required = false) @Nullable String sums,
            Model page) {
        return shown(page, where, previews.of(selected.of(only, order), SoFar.of(sums)), "preview");
    }

    /**
     * The next of a cause, those that come to most first.
     *
     * @param behind which place they come, as the preview before said
     * @param sums of those that come before
     */
    @PostMapping("/needs-you/preview-all")
    String all(
            Where where,
            @RequestParam String of,
            @RequestParam String cause,
            @RequestParam(required = false) @Nullable String behind,
            @RequestParam(required = false) @Nullable String sums,
            Principal user,
            Model page) {
        ParkedFilter filter = new Where(cause, of, null, where.assigned(), null).filter(user.getName());
        page.addAttribute("of", of);
        page.addAttribute("cause", cause);
        return shown(page, where, previews.of(filter, place(behind), SoFar.of(sums)), "preview-all");
    }

    /** Likewise of what waits for a second person, by the orders' numbers. */
    @PostMapping("/needs-you/approvals/{id}/preview")
    String approval(
            @PathVariable long id,
            Where where,
            @RequestParam(defaultValue = "0") long behind,
            @RequestParam(required = false) @Nullable String sums,
            Model page) {
        ParkedGroup group = waiting.group(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "It waits for nobody any more"));
        page.addAttribute("approval", id);
        return shown(page, where, previews.of(group, behind, SoFar.of(sums)), "approvals/" + id + "/preview");
    }

    private static @Nullable ParkedCursor place(@Nullable String behind) {
        try {
            return behind == null ? null : ParkedCursor.of(behind);
        } catch (IllegalArgumentException none) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "No preview gave this place", none);
        }
    }

    /** @param deed by which the next of them are previewed */
    private static String shown(Model page, Where where, GroupPreview preview, String deed) {
        page.addAttribute("where", where);
        page.addAttribute("preview", preview);
        page.addAttribute(
                "keys", preview.orders().stream().map(PreviewedOrder::key).toList());
        page.addAttribute("deed", deed);
        return "needs-you-preview";
    }
}
