package io.ledgerbridge.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ledgerbridge.api.requests.JsonRequestBody;
import io.ledgerbridge.api.requests.Paging;
import io.ledgerbridge.approvals.ReplayAsked;
import io.ledgerbridge.approvals.ReplayRequests;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.parked.DeadLetters;
import io.ledgerbridge.parked.Parked;
import io.ledgerbridge.parked.ParkedGroup;
import io.ledgerbridge.parked.ParkedPage;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The dead letters: what can't go on without a person. */
@RestController
@RequestMapping("/api/parked")
public class ParkedApi {

    private final DeadLetters letters;
    private final ReplayRequests replays;
    private final Shops shops;

    ParkedApi(DeadLetters letters, ReplayRequests replays, Shops shops) {
        this.letters = letters;
        this.replays = replays;
        this.shops = shops;
    }

    /** An order, or an event or a row of a list that can't be read, with the flags of an order. */
    record Item(
            @JsonUnwrapped Parked parked,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FlagView> flags) {

        static Item of(Parked parked) {
            return new Item(parked, parked.flags().stream().map(FlagView::of).toList());
        }
    }

    /** One page. */
    record Page(List<Item> items, int page, int size, long total) {}

    /**
     * How many orders were marked due.
     *
     * @param skipped so many of those that were selected weren't parked, or are no longer
     * @param stillParkedFor the reasons of the store's orders that weren't, so that one that was mistyped shows
     */
    public record Replayed(long orders, long skipped, List<String> stillParkedFor) {}

    /**
     * They are too many, or come to too much, for one person.
     *
     * @param approval for {@code /api/approvals/{id}/confirm}
     * @param amounts by currency: by how much the orders are not in the ledger
     */
    public record Waiting(long approval, long orders, long skipped, Map<String, String> amounts) {}

    @GetMapping
    Page page(
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = Paging.FIRST) int page,
            @RequestParam(defaultValue = Paging.USUAL_SIZE) int size) {
        Paging.check(page, size);
        ParkedPage found = letters.page(store, reason, page, size);
        return new Page(found.items().stream().map(Item::of).toList(), page, size, found.total());
    }

    @PostMapping("/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public Object replay(@RequestBody(required = false) @Nullable String body, Principal user) {
        String allowed = """
                {"store":"…"}, {"store":"…","reason":"…"} or {"store":"…","orders":[250,251]} with at most %d orders and, \
                where a second person is to confirm any way, "secondPerson":true, and one of the stores %s""".formatted(
                        ParkedGroup.MOST_SELECTED, String.join(", ", shops.all().keySet()));
        JsonRequestBody asked = JsonRequestBody.of(body, allowed, "store", "reason", "orders", "secondPerson");
        String store = asked.oneOf("store", shops.all().keySet());
        Optional<String> reason = asked.optionalText("reason");
        if (!asked.has("orders")) {
            return answer(store, replays.ask(store, reason.orElse(null), user.getName()));
        }
        if (reason.isPresent()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Either a reason or orders, not both");
        }
        List<Long> orders = asked.ids("orders", ParkedGroup.MOST_SELECTED);
        return answer(store, replays.ask(store, orders, asked.flag("secondPerson"), user.getName()));
    }

    private Object answer(String store, ReplayAsked asked) {
        return asked.approval() == null
                ? new Replayed(asked.orders(), asked.skipped(), letters.reasons(store))
                : new Waiting(asked.approval(), asked.orders(), asked.skipped(), asked.amounts());
    }
}
