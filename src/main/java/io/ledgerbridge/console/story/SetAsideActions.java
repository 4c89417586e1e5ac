package io.ledgerbridge.console.story;

import io.ledgerbridge.api.SetAsideApi;
import io.ledgerbridge.console.CallBody;
import io.ledgerbridge.console.Said;
import io.ledgerbridge.console.needsyou.decisions.SetAsideUndo;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sets an order or one of its refunds aside, and undoes that. */
@Controller
@RequestMapping(Target.PATH + "/set-aside")
class SetAsideActions {

    private static final String BY_HAND = "by-hand";

    private final SetAsideApi api;
    private final SetAsideUndo undo;
    private final Acts acts;

    SetAsideActions(SetAsideApi api, SetAsideUndo undo, Acts acts) {
        this.undo = undo;
        this.api = api;
        this.acts = acts;
    }

    /**
     * Takes the fields as people fill them in.
     *
     * @param x3Number counts where it is booked by hand
     * @param refund empty for the order as a whole
     */
    @PostMapping
    String setAside(
            @ModelAttribute(name = Target.NAME, binding = false) Target target,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable String x3Number,
            @RequestParam(required = false) @Nullable String refund,
            @RequestParam(required = false) @Nullable String why,
            Principal user,
            RedirectAttributes next) {
        String asked = new CallBody()
                .text("kind", kind)
                .text("x3Number", kind.equals(BY_HAND) ? x3Number : null)
                .id("refund", refund)
                .text("why", why)
                .json();
        return acts.on(
                target,
                next,
                () -> api.setAside(target.store(), target.order(), asked, user),
                Said.done("story.done.set-aside"));
    }

    /** @param refund 0 for the order as a whole */
    @PostMapping("/undo")
    String undo(
            @ModelAttribute(name = Target.NAME, binding = false) Target target,
            @RequestParam(defaultValue = "0") long refund,
            Principal user,
            RedirectAttributes next) {
        return acts.on(
                target,
                next,
                () -> undo.undo(new OrderKey(target.store(), target.order()), refund, null, user),
                Said.done("story.done.undone"));
    }
}
