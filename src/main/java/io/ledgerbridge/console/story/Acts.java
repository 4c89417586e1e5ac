package io.ledgerbridge.console.story;

import io.ledgerbridge.console.OneAtATime;
import io.ledgerbridge.console.Said;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Does what a form asks for, unless its page is out of date, and leads back to the page, which says what came of it. */
@Component
class Acts {

    private static final String BACK = "redirect:/orders/{store}/{order}";

    private final Standings standings;
    private final OneAtATime oneAtATime;

    Acts(Standings standings, OneAtATime oneAtATime) {
        this.oneAtATime = oneAtATime;
        this.standings = standings;
    }

    /**
     * One that goes by how the order stood, and is done in the transaction in which that is looked at.
     *
     * @param deed a call of the API
     * @param done what it says, if it isn't refused
     */
    String on(Target target, RedirectAttributes next, Runnable deed, Said done) {
        return also(
                next,
                () -> oneAtATime.on(target.store(), target.order(), () -> {
                    standings.check(target);
                    deed.run();
                }),
                done);
    }

    /** One that goes by how the order stood, and looks at that again by itself. */
    String again(Target target, RedirectAttributes next, Supplier<Said> deed) {
        Said.of(next, () -> {
            standings.check(target);
            return deed.get();
        });
        return BACK;
    }

    /** One that is right however the order stands now. */
    String also(RedirectAttributes next, Runnable deed, Said done) {
        Said.of(next, () -> {
            deed.run();
            return done;
        });
        return BACK;
    }
}
