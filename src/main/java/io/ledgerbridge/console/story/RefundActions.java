package io.ledgerbridge.console.story;

import io.ledgerbridge.api.ApprovalsApi;
import io.ledgerbridge.api.RecordedRefundsApi;
import io.ledgerbridge.approvals.Approvals;
import io.ledgerbridge.console.CallBody;
import io.ledgerbridge.console.Said;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks to have a refund recorded or removed, and decides what another person asked for. */
@Controller
@RequestMapping(Target.PATH)
class RefundActions {

    private final RecordedRefundsApi refunds;
    private final ApprovalsApi approvals;
    private final Approvals all;
    private final Acts acts;

    RefundActions(RecordedRefundsApi refunds, ApprovalsApi approvals, Approvals all, Acts acts) {
        this.refunds = refunds;
        this.approvals = approvals;
        this.all = all;
        this.acts = acts;
    }

    @PostMapping("/refunds")
    String record(
            @ModelAttribute(name = Target.NAME, binding = false) Target target,
            RefundFields fields,
            Principal user,
            RedirectAttributes next) {
        return acts.on(
                target,
                next,
                () -> refunds.ask(target.store(), target.order(), fields.json(), user),
                Said.done("story.done.refund-asked"));
    }

    @PostMapping("/refunds/{number:[1-9][0-9]{0,8}}/remove")
    String remove(
            @ModelAttribute(name = Target.NAME, binding = false) Target target,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String why,
            Principal user,
            RedirectAttributes next) {
        String asked = new CallBody().text("why", why).json();
        return acts.on(
                target,
                next,
                () -> refunds.remove(target.store(), target.order(), number, asked, user),
                Said.done("story.done.removal-asked"));
    }

    @PostMapping("/approvals/{id:[1-9][0-9]{0,17}}/confirm")
    String confirm(
            @ModelAttribute(name = Target.NAME, binding = false) Target target,
            @PathVariable long id,
            Principal user,
            RedirectAttributes next) {
        return acts.on(
                target,
                next,
                () -> {
                    all.checkIsAbout(target.store(), target.order(), id);
                    approvals.confirm(id, "{}", user);
                },
                Said.done("story.done.confirmed"));
    }

    @PostMapping("/approvals/{id:[1-9][0-9]{0,17}}/refuse")
    String refuse(
            @ModelAttribute(name = Target.NAME, binding = false) Target target,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String why,
            Principal user,
            RedirectAttributes next) {
        String asked = new CallBody().text("why", why).json();
        return acts.on(
                target,
                next,
                () -> {
                    all.checkIsAbout(target.store(), target.order(), id);
                    approvals.refuse(id, asked, user);
                },
                Said.done("story.done.refused"));
    }
}
