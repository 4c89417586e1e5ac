package io.ledgerbridge.console.needsyou;

import io.ledgerbridge.console.needsyou.which.Where;
import io.ledgerbridge.faults.ParkCode;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The orders of one cause, or the deliveries that can't be read. */
@Controller
class CausePage {

    private final Overview overview;
    private final CauseOrders orders;

    CausePage(Overview overview, CauseOrders orders) {
        this.overview = overview;
        this.orders = orders;
    }

    @GetMapping("/needs-you/{reason}")
    String page(
            Where where, @RequestParam(required = false) @Nullable List<String> worked, Principal user, Model page) {
        ParkCode code = ParkCode.ofLabel(Objects.requireNonNull(where.reason())).orElse(ParkCode.OTHER);
        boolean events = code == ParkCode.UNREADABLE_EVENT;
        long count = overview.show(where, user.getName(), worked, page);
        page.addAttribute("code", code);
        page.addAttribute("place", Place.of(code));
        page.addAttribute("events", events);
        page.addAttribute("size", CauseOrders.SIZE);
        page.addAttribute(
                "total", events ? orders.unreadable(where.store(), 0, 1).total() : count);
        page.addAttribute(
                "lines",
                events
                        ? orders.unreadableLines(where.store(), where.number())
                        : orders.page(where.filter(user.getName()), where.number()));
        return "needs-you-cause";
    }
}
