package io.ledgerbridge.console.needsyou.preview;

import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.console.needsyou.which.Selected;
import io.ledgerbridge.console.needsyou.which.Where;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
        List<OrderKey> keys = selected.of(only, order);
        return shown(page, where, previews.of(keys, 0, keys.size()), keys, null, null);
    }

    /** The next of a cause, those that come to most first. */
    @PostMapping("/needs-you/preview-all")
    String all(
            Where where,
            @RequestParam String of,
            @RequestParam String cause,
            @RequestParam(defaultValue = "0") int from,
            Principal user,
            Model page) {
        List<OrderKey> keys =
                selected.all(new Where(cause, of, null, where.assigned(), null).filter(user.getName()), Selected.MOST);
        List<OrderKey> next = keys.stream().skip(Math.max(0, from)).toList();
        return shown(page, where, previews.of(next, Math.max(0, from), keys.size()), next, of, cause);
    }

    private static String shown(
            Model page,
            Where where,
            GroupPreview preview,
            List<OrderKey> keys,
            @Nullable String of,
            @Nullable String cause) {
        page.addAttribute("where", where);
        page.addAttribute("preview", preview);
        page.addAttribute("keys", keys.stream().limit(GroupPreviews.AT_ONCE).toList());
        page.addAttribute("of", of);
        page.addAttribute("cause", cause);
        return "needs-you-preview";
    }
}
