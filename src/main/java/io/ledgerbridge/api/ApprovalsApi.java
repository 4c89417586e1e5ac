package io.ledgerbridge.api;

import io.ledgerbridge.api.requests.JsonRequestBody;
import io.ledgerbridge.api.requests.Paging;
import io.ledgerbridge.approvals.Approval;
import io.ledgerbridge.approvals.Approvals;
import io.ledgerbridge.approvals.Replayed;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What one person asked for and a second one decides, never who asked. */
@RestController
@RequestMapping("/api/approvals")
public class ApprovalsApi {

    private final Approvals approvals;

    ApprovalsApi(Approvals approvals) {
        this.approvals = approvals;
    }

    /** One page, the newest first. */
    public record Page(List<ApprovalView> items, int page, int size, long total) {}

    @GetMapping
    public Page page(
            @RequestParam(defaultValue = "waiting") String state,
            @RequestParam(defaultValue = Paging.FIRST) int page,
            @RequestParam(defaultValue = Paging.USUAL_SIZE) int size) {
        Paging.check(page, size);
        Approval.State which = state(state);
        List<ApprovalView> items = approvals.page(which, null, page, size).stream()
                .map(ApprovalView::of)
                .toList();
        return new Page(items, page, size, approvals.count(which, null));
    }

    /** Tells what became of a replay, and nothing of a refund. */
    @PostMapping("/{id}/confirm")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public @Nullable Replayed confirm(
            @PathVariable long id, @RequestBody(required = false) @Nullable String body, Principal user) {
        JsonRequestBody.of(body, "{}");
        return approvals.confirm(id, user.getName()).orElse(null);
    }

    @PostMapping("/{id}/refuse")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public void refuse(@PathVariable long id, @RequestBody(required = false) @Nullable String body, Principal user) {
        String why = JsonRequestBody.of(body, "{\"why\":\"…\"}", "why").text("why");
        approvals.refuse(id, user.getName(), why);
    }

    private static Approval.State state(String label) {
        return Arrays.stream(Approval.State.values())
                .filter(state -> state.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.BAD_REQUEST,
                        "state is one of "
                                + Arrays.stream(Approval.State.values())
                                        .map(Approval.State::label)
                                        .collect(Collectors.joining(", "))));
    }
}
