package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.console.Said;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.console.needsyou.which.Selected;
import io.ledgerbridge.console.needsyou.which.Where;
import io.ledgerbridge.parked.ParkedFilter;
import java.security.Principal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Has parked orders worked again: one, those that are ticked, or all of a cause. */
@Controller
class WorkAgainForms {

    private final Selected selected;
    private final WorkAgain work;

    WorkAgainForms(Selected selected, WorkAgain work) {
        this.selected = selected;
        this.work = work;
    }

    @PostMapping("/needs-you/work-again")
    String some(
            Where where,
            @RequestParam(required = false) @Nullable String only,
            @RequestParam(required = false) @Nullable List<String> order,
            Principal user,
            RedirectAttributes next) {
        List<OrderKey> keys = selected.of(only, order);
        return asked(where, next, keys, () -> work.orders(keys, user));
    }

    /** What the page shows is what is worked: with a filter on who looks after them, those alone. */
    @PostMapping("/needs-you/work-all-again")
    String all(
            Where where, @RequestParam String of, @RequestParam String cause, Principal user, RedirectAttributes next) {
        ParkedFilter filter = new Where(cause, of, null, where.assigned(), null).filter(user.getName());
        List<OrderKey> keys = selected.all(filter, Selected.MOST);
        return asked(
                where,
                next,
                keys,
                () -> filter.assignedTo() == null ? work.cause(of, cause, user) : work.some(filter, keys, user));
    }

    /** What waits for a second person has not come to anything yet. */
    private static String asked(Where where, RedirectAttributes next, List<OrderKey> keys, Supplier<Asked> deed) {
        Said.of(next, () -> {
            if (keys.isEmpty()) {
                return Said.done("needs-you.said.nothing-chosen");
            }
            Asked asked = deed.get();
            if (asked.waiting() == 0) {
                WorkedOrders.name(next, keys, Math.max(keys.size(), asked.worked()));
            }
            return asked.said();
        });
        return "redirect:" + where.address();
    }
}
