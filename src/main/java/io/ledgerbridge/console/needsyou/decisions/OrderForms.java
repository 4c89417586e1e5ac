package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.api.notes.TagsApi;
import io.ledgerbridge.console.Said;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.console.needsyou.which.Where;
import io.ledgerbridge.posting.SetAside;
import java.security.Principal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What else a person decides about the orders that are ticked: set aside, look after them, write something down, tag. */
@Controller
class OrderForms {

    private final OrderDeeds deeds;
    private final SetAsideUndo undo;
    private final EachOrder each;

    OrderForms(OrderDeeds deeds, SetAsideUndo undo, EachOrder each) {
        this.undo = undo;
        this.each = each;
        this.deeds = deeds;
    }

    @PostMapping("/needs-you/set-aside")
    String setAside(
            Where where,
            @RequestParam(required = false) @Nullable List<String> order,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String x3Number,
            @RequestParam(defaultValue = "") String why,
            Principal user,
            RedirectAttributes next) {
        List<OrderKey> keys = keys(order);
        WorkedOrders.name(next, keys);
        Said.of(next, () -> {
            deeds.checkReason(why);
            return each.of(keys, "set-aside", key -> deeds.setAside(key, kind, x3Number, why, user));
        });
        return "redirect:" + where.address();
    }

    /** @param shown when that was decided which the page showed */
    @PostMapping("/needs-you/set-aside/undo")
    String undo(
            Where where,
            @RequestParam String only,
            @RequestParam Instant shown,
            Principal user,
            RedirectAttributes next) {
        List<OrderKey> keys = keys(List.of(only));
        WorkedOrders.name(next, keys);
        Said.of(next, () -> each.of(keys, "undone", key -> undo.undo(key, SetAside.ORDER, shown, user)));
        return "redirect:" + where.address();
    }

    @PostMapping("/needs-you/assignment")
    String assign(
            Where where,
            @RequestParam(required = false) @Nullable List<String> order,
            @RequestParam(defaultValue = "") String to,
            @RequestParam MultiValueMap<String, String> form,
            Principal user,
            RedirectAttributes next) {
        Map<OrderKey, String> shown = shown(form.getOrDefault("shown", List.of()));
        Said.of(next, () -> each.of(keys(order), "assigned", key -> deeds.assign(key, to, shown.get(key), user)));
        return "redirect:" + where.address();
    }

    @PostMapping("/needs-you/notes")
    String note(
            Where where,
            @RequestParam(required = false) @Nullable List<String> order,
            @RequestParam(defaultValue = "") String text,
            Principal user,
            RedirectAttributes next) {
        Said.of(next, () -> each.of(keys(order), "noted", key -> deeds.note(key, text, user)));
        return "redirect:" + where.address();
    }

    @PostMapping("/needs-you/tags")
    String tag(
            Where where,
            @RequestParam(required = false) @Nullable List<String> order,
            @RequestParam(defaultValue = "") String tag,
            Principal user,
            RedirectAttributes next) {
        Said.of(next, () -> {
            TagsApi.read(tag);
            return each.of(keys(order), "tagged", key -> deeds.tag(key, tag, user));
        });
        return "redirect:" + where.address();
    }

    /** Who looked after each order when the page was made: its key, a blank, and the name, which may be empty. */
    private static Map<OrderKey, String> shown(List<String> fields) {
        Map<OrderKey, String> shown = new HashMap<>();
        fields.forEach(field -> {
            String[] parts = field.split(" ", 2);
            shown.put(OrderKey.of(parts[0]), parts.length == 1 ? "" : parts[1]);
        });
        return shown;
    }

    private static List<OrderKey> keys(@Nullable List<String> ticked) {
        return OrderKey.all(ticked == null ? List.of() : ticked);
    }
}
