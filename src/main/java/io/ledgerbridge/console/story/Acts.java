package io.ledgerbridge.console.story;

import io.ledgerbridge.approvals.Refused;
import io.ledgerbridge.console.Said;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Does what a form asks for, unless its page is out of date, and leads back to the page, which says what came of it. */
@Component
class Acts {

    private static final String BACK = "redirect:/orders/{store}/{order}";

    private final Standings standings;

    Acts(Standings standings) {
        this.standings = standings;
    }

    /**
     * One that goes by how the order stood.
     *
     * @param deed a call of the API
     * @param done what it says, if it isn't refused
     */
    String on(Target target, RedirectAttributes next, Runnable deed, Said done) {
        return also(
                next,
                () -> {
                    standings.check(target);
                    deed.run();
                },
                done);
    }

    /** One that is right however the order stands now. */
    String also(RedirectAttributes next, Runnable deed, Said done) {
        Said.of(next, () -> {
            answered(deed);
            return done;
        });
        return BACK;
    }

    /** What approvals refuse is answered as by the API. */
    private static void answered(Runnable deed) {
        try {
            deed.run();
        } catch (Refused refused) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, refused.why(), refused);
        }
    }
}
