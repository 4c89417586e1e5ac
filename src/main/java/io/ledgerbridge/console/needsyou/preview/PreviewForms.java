package io.ledgerbridge.console.needsyou.preview;

import io.ledgerbridge.console.needsyou.which.Selected;
import io.ledgerbridge.console.needsyou.which.Where;
import io.ledgerbridge.parked.ParkedCursor;
import io.ledgerbridge.parked.ParkedFilter;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final GroupPreviews previews;

    PreviewForms(Selected selected, GroupPreviews previews) {
        this.selected = selected;
        this.previews = previews;
    }

    @GetMapping({"/needs-you/preview", "/needs-you/preview-all"})
    String back(Where where) {
        return "redirect:" + where.address();
    }

    @PostMapping("/needs-you/preview")
    String some(
            Where where,
            @RequestParam(required = false) @Nullable String only,
            @RequestParam(required = false) @Nullable List<String> order,
            Model page) {
        return shown(page, where, previews.of(selected.of(only, order)), null, null);
    }

    /**
     * The next of a cause, those that come to most first.
     *
     * @param behind which place they come, as the preview before said
     * @param from how many come before
     */
    @PostMapping("/needs-you/preview-all")
    String all(
            Where where,
            @RequestParam String of,
            @RequestParam String cause,
            @RequestParam(required = false) @Nullable String behind,
            @RequestParam(defaultValue = "0") int from,
            Principal user,
            Model page) {
        ParkedFilter filter = new Where(cause, of, null, where.assigned(), null).filter(user.getName());
        return shown(page, where, previews.of(filter, place(behind), Math.max(0, from)), of, cause);
    }

    private static @Nullable ParkedCursor place(@Nullable String behind) {
        try {
            return behind == null ? null : ParkedCursor.of(behind);
        } catch (IllegalArgumentException none) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "No preview gave this place", none);
        }
    }

    private static String shown(
            Model page, Where where, GroupPreview preview, @Nullable String of, @Nullable String cause) {
        page.addAttribute("where", where);
        page.addAttribute("preview", preview);
        page.addAttribute(
                "keys", preview.orders().stream().map(PreviewedOrder::key).toList());
        page.addAttribute("of", of);
        page.addAttribute("cause", cause);
        return "needs-you-preview";
    }
}
