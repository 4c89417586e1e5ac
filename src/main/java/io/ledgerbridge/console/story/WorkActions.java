package io.ledgerbridge.console.story;

import io.ledgerbridge.api.OrderReplayApi;
import io.ledgerbridge.console.CallBody;
import io.ledgerbridge.console.Said;
import io.ledgerbridge.console.needsyou.decisions.WorkAgain;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.parked.OrderStates;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Has an order worked again. */
@Controller
@RequestMapping(Target.PATH)
class WorkActions {

    private final OrderReplayApi api;
    private final WorkAgain work;
    private final OrderStates states;
    private final Acts acts;

    WorkActions(OrderReplayApi api, WorkAgain work, OrderStates states, Acts acts) {
        this.api = api;
        this.work = work;
        this.states = states;
        this.acts = acts;
    }

    @PostMapping("/work")
    String work(
            @ModelAttribute(name = Target.NAME, binding = false) Target target,
            Principal user,
            RedirectAttributes next) {
        return acts.again(target, next, () -> worked(target, user));
    }

    /** A parked one as on Needs you: above the limits a second person confirms. */
    private Said worked(Target target, Principal user) {
        boolean isParked = states.of(target.store(), target.order())
                .filter(status -> status.state().equals("parked"))
                .isPresent();
        if (isParked) {
            return work.one(new OrderKey(target.store(), target.order()), user);
        }
        api.replay(target.store(), target.order(), "{}", user);
        return Said.done("story.done.work");
    }

    /** What changed since the order was set aside. */
    @PostMapping("/difference")
    String difference(
            @ModelAttribute(name = Target.NAME, binding = false) Target target,
            Principal user,
            RedirectAttributes next) {
        String asked = new CallBody().flag("difference").json();
        return acts.on(
                target,
                next,
                () -> api.replay(target.store(), target.order(), asked, user),
                Said.done("story.done.difference"));
    }
}
