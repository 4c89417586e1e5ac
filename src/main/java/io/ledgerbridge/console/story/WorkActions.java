package io.ledgerbridge.console.story;

import io.ledgerbridge.api.OrderReplayApi;
import io.ledgerbridge.console.CallBody;
import io.ledgerbridge.console.Said;
import io.ledgerbridge.console.entries.WorkPreview;
import io.ledgerbridge.console.entries.WorkPreviews;
import io.ledgerbridge.console.needsyou.decisions.WorkAgain;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.parked.OrderStates;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Has an order worked again, or shows what that would come to. */
@Controller
@RequestMapping(Target.PATH)
class WorkActions {

    private final OrderReplayApi api;
    private final WorkAgain work;
    private final OrderStates states;
    private final WorkPreviews previews;
    private final Acts acts;

    WorkActions(OrderReplayApi api, WorkAgain work, OrderStates states, WorkPreviews previews, Acts acts) {
        this.api = api;
        this.work = work;
        this.states = states;
        this.previews = previews;
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

    @PostMapping("/preview")
    String preview(@ModelAttribute(name = Target.NAME, binding = false) Target target, RedirectAttributes next) {
        return acts.also(
                next, () -> next.addFlashAttribute(WorkPreview.NAME, asked(target)), Said.done("story.done.preview"));
    }

    /** A BigCommerce that can't be read now is no failure of the page. */
    private WorkPreview asked(Target target) {
        try {
            return previews.of(target.store(), target.order());
        } catch (ResponseStatusException failure) {
            throw failure.getStatusCode().is5xxServerError()
                    ? new ResponseStatusException(HttpStatus.CONFLICT, failure.getReason(), failure)
                    : failure;
        }
    }
}
