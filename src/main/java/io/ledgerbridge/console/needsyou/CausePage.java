package io.ledgerbridge.console.needsyou;

import io.ledgerbridge.console.needsyou.decisions.WorkedNames;
import io.ledgerbridge.console.needsyou.which.Where;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.parked.ParkedCursor;
import java.security.Principal;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

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
    String page(Where where, WorkedNames worked, Principal user, Model page) {
        ParkCode code = ParkCode.ofLabel(Objects.requireNonNull(where.reason())).orElse(ParkCode.OTHER);
        boolean events = code == ParkCode.UNREADABLE_EVENT;
        long count = overview.show(where, user.getName(), worked, page);
        page.addAttribute("code", code);
        page.addAttribute("place", Place.of(code));
        page.addAttribute("events", events);
        page.addAttribute("total", events ? orders.unreadable(where.store()).total() : count);
        LinePage found = lines(where, user.getName(), events);
        page.addAttribute("lines", found.lines());
        page.addAttribute("assigned", found.assigned());
        page.addAttribute("next", found.next());
        return "needs-you-cause";
    }

    private LinePage lines(Where where, String user, boolean events) {
        String after = where.after();
        try {
            return events
                    ? orders.unreadableLines(where.store(), after == null ? 0 : Long.parseLong(after))
                    : orders.page(where.filter(user), after == null ? null : ParkedCursor.of(after));
        } catch (IllegalArgumentException none) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such page", none);
        }
    }
}
