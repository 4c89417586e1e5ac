package io.ledgerbridge.api;

import io.ledgerbridge.api.requests.JsonRequestBody;
import io.ledgerbridge.api.requests.Paging;
import io.ledgerbridge.approvals.RefundRequest;
import io.ledgerbridge.approvals.RefundRequests;
import io.ledgerbridge.posting.rules.Rules;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Refunds that were paid back elsewhere, of which BigCommerce has no record. A second person has to confirm each. */
@RestController
@RequestMapping("/api/stores/{store}/orders/{order}/refunds")
public class RecordedRefundsApi {

    private static final String ALLOWED = """
            {"amount":"108.25","tax":"8.25","tender":"receivable","date":"2026-11-05","document":"…","why":"…"}: amount \
            with tax, tender one of receivable, store-credit, gift-certificates or the name of another way of paying, date \
            the day on which it was paid back, document the number of what proves it""";

    private final RefundRequests requests;
    private final Rules rules;
    private final Clock clock;

    RecordedRefundsApi(RefundRequests requests, Rules rules, Clock clock) {
        this.requests = requests;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What waits for a second person.
     *
     * @param id for {@code /api/approvals/{id}/confirm}
     */
    public record Asked(long id) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    public Asked ask(
            @PathVariable String store,
            @PathVariable long order,
            @RequestBody(required = false) @Nullable String body,
            Principal user) {
        Paging.checkOrder(order, 1);
        return new Asked(requests.askToRecord(store, order, read(store, body), user.getName()));
    }

    /** The refund that a body says; nothing is done about it. */
    public RefundRequest read(String store, @Nullable String body) {
        JsonRequestBody asked = JsonRequestBody.of(body, ALLOWED, "amount", "tax", "tender", "date", "document", "why");
        BigDecimal amount = asked.money("amount");
        BigDecimal tax = asked.money("tax");
        if (amount.signum() == 0 || tax.compareTo(amount) > 0) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "amount, %s, has to be above zero, and tax, %s, no more than it"
                            .formatted(amount.toPlainString(), tax.toPlainString()));
        }
        LocalDate date = asked.day("date");
        if (date.isAfter(today(store))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "date, %s, is after today".formatted(date));
        }
        return new RefundRequest(
                null, amount, tax, asked.word("tender"), date, asked.text("document"), asked.text("why"), 0);
    }

    /** Asks to have one count no more that was recorded by mistake; number 1 is M1. */
    @DeleteMapping("/M{number}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public Asked remove(
            @PathVariable String store,
            @PathVariable long order,
            @PathVariable int number,
            @RequestBody(required = false) @Nullable String body,
            Principal user) {
        String why = JsonRequestBody.of(body, "{\"why\":\"…\"}", "why").text("why");
        return new Asked(requests.askToRemove(store, order, number, why, user.getName()));
    }

    private LocalDate today(String store) {
        return rules.find(store)
                .map(there ->
                        LocalDate.ofInstant(clock.instant(), there.journal().zone()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no store " + store));
    }
}
