package io.ledgerbridge.console.story;

import io.ledgerbridge.api.RecordedRefundsApi;
import io.ledgerbridge.approvals.Approval;
import io.ledgerbridge.approvals.Approvals;
import io.ledgerbridge.approvals.RefundRequest;
import io.ledgerbridge.approvals.RefundRequests;
import io.ledgerbridge.console.Said;
import io.ledgerbridge.console.entries.WorkPreview;
import io.ledgerbridge.console.entries.WorkPreviews;
import io.ledgerbridge.parked.OrderPreview;
import io.ledgerbridge.parked.Supposed;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what each action that can post would come to, before it is done: nothing is written. */
@Controller
@RequestMapping(Target.PATH)
class PreviewActions {

    /** Under which the page finds which action it is. */
    private static final String SUPPOSED = "supposed";

    private final WorkPreviews previews;
    private final RecordedRefundsApi refunds;
    private final RefundRequests requests;
    private final Approvals approvals;
    private final Acts acts;

    PreviewActions(
            WorkPreviews previews,
            RecordedRefundsApi refunds,
            RefundRequests requests,
            Approvals approvals,
            Acts acts) {
        this.previews = previews;
        this.refunds = refunds;
        this.requests = requests;
        this.approvals = approvals;
        this.acts = acts;
    }

    @PostMapping("/preview")
    String worked(@ModelAttribute(name = Target.NAME, binding = false) Target target, RedirectAttributes next) {
        return shown(target, next, "worked", () -> Supposed.NOTHING);
    }

    @PostMapping("/difference/preview")
    String difference(@ModelAttribute(name = Target.NAME, binding = false) Target target, RedirectAttributes next) {
        return shown(target, next, "difference", () -> Supposed.DIFFERENCE);
    }

    /** @param refund 0 for the order as a whole */
    @PostMapping("/set-aside/undo/preview")
    String undone(
            @ModelAttribute(name = Target.NAME, binding = false) Target target,
            @RequestParam(defaultValue = "0") long refund,
            RedirectAttributes next) {
        return shown(target, next, "undone", () -> Supposed.undone(refund));
    }

    /** What was filled in stays in the form. */
    @PostMapping("/refunds/preview")
    String recorded(
            @ModelAttribute(name = Target.NAME, binding = false) Target target,
            RefundFields fields,
            RedirectAttributes next) {
        next.addFlashAttribute(RefundFields.NAME, fields);
        return shown(target, next, "recorded", () -> {
            RefundRequest asked = refunds.read(target.store(), fields.json());
            return supposed(target, requests.checked(target.store(), target.order(), asked));
        });
    }

    @PostMapping("/refunds/{number:[1-9][0-9]{0,8}}/remove/preview")
    String removed(
            @ModelAttribute(name = Target.NAME, binding = false) Target target,
            @PathVariable int number,
            RedirectAttributes next) {
        return shown(target, next, "removed", () -> Supposed.removed(number));
    }

    /** What one person asked for, to the one who decides. */
    @PostMapping("/approvals/{id:[1-9][0-9]{0,17}}/preview")
    String confirmed(
            @ModelAttribute(name = Target.NAME, binding = false) Target target,
            @PathVariable long id,
            RedirectAttributes next) {
        return shown(target, next, "confirmed", () -> {
            approvals.checkIsAbout(target.store(), target.order(), id);
            return approvals
                    .waiting(id)
                    .map(Approval::request)
                    .filter(RefundRequest.class::isInstance)
                    .map(asked -> supposed(target, (RefundRequest) asked))
                    .orElseThrow(() -> new ResponseStatusException(
                            HttpStatus.CONFLICT, "Approval %d is decided already".formatted(id)));
        });
    }

    private Supposed supposed(Target target, RefundRequest asked) {
        Integer removed = asked.number();
        return removed == null
                ? Supposed.recorded(requests.asRecorded(target.store(), target.order(), asked))
                : Supposed.removed(removed);
    }

    private String shown(Target target, RedirectAttributes next, String what, Supplier<Supposed> supposed) {
        next.addFlashAttribute(SUPPOSED, "story.preview.if-" + what);
        return acts.also(
                next,
                () -> next.addFlashAttribute(WorkPreview.NAME, asked(target, supposed.get())),
                Said.done("story.done.preview"));
    }

    /** A BigCommerce that can't be read now is no failure of the page. */
    private WorkPreview asked(Target target, Supposed supposed) {
        try {
            return previews.of(new OrderPreview.Asked(target.store(), target.order(), supposed));
        } catch (ResponseStatusException failure) {
            throw failure.getStatusCode().is5xxServerError()
                    ? new ResponseStatusException(HttpStatus.CONFLICT, failure.getReason(), failure)
                    : failure;
        }
    }
}
