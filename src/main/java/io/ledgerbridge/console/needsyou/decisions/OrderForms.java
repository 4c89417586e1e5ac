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
            @RequestParam(defaultValue = "") String shown,
            Principal user,
            RedirectAttributes next) {
        Map<OrderKey, String> before = assigned(shown);
        Said.of(next, () -> each.of(keys(order), "assigned", key -> deeds.assign(key, to, before.get(key), user)));
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

    /** Who looked after each order when the page was made, a line each: its key, and the name, if anybody did. */
    private static Map<OrderKey, String> assigned(String lines) {
        Map<OrderKey, String> assigned = new HashMap<>();
        lines.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] parts = line.split(" ", 2);
            assigned.put(OrderKey.of(parts[0]), parts.length == 1 ? "" : parts[1]);
        });
        return assigned;
    }

    private static List<OrderKey> keys(@Nullable List<String> ticked) {
        return OrderKey.all(ticked == null ? List.of() : ticked);
    }
}
