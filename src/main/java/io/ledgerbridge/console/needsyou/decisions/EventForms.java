package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.api.UnreadableEventsApi;
import io.ledgerbridge.console.CallBody;
import io.ledgerbridge.console.Said;
import io.ledgerbridge.console.needsyou.which.Where;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts deliveries away that can't be read and that a person has seen. */
@Controller
class EventForms {

    private final UnreadableEventsApi events;
    private final OrderDeeds deeds;

    EventForms(UnreadableEventsApi events, OrderDeeds deeds) {
        this.events = events;
        this.deeds = deeds;
    }

    @PostMapping("/needs-you/put-away")
    String putAway(
            Where where,
            @RequestParam(required = false) @Nullable List<Long> event,
            @RequestParam(defaultValue = "") String why,
            Principal user,
            RedirectAttributes next) {
        List<Long> ticked = event == null ? List.of() : event;
        Said.of(next, () -> {
            deeds.checkReason(why);
            return ticked.isEmpty() ? Said.done("needs-you.said.nothing-ticked") : each(ticked, why, user);
        });
        return "redirect:" + where.address();
    }

    private Said each(List<Long> ticked, String why, Principal user) {
        String body = new CallBody().exact("why", why).json();
        List<String> refusals = new ArrayList<>();
        ticked.forEach(
                one -> Said.refusalOf(() -> events.dismiss(one, body, user)).ifPresent(refusals::add));
        int many = ticked.size() - refusals.size();
        return Said.partly(many == 0 ? null : "needs-you.said.put-away", List.of(many), refusals);
    }
}
