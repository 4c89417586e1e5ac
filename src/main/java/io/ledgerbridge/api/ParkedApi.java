package io.ledgerbridge.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ledgerbridge.api.requests.JsonRequestBody;
import io.ledgerbridge.api.requests.Paging;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.parked.DeadLetters;
import io.ledgerbridge.parked.Parked;
import io.ledgerbridge.parked.ParkedPage;
import io.ledgerbridge.parked.Replays;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The dead letters: what can't go on without a person. */
@RestController
@RequestMapping("/api/parked")
class ParkedApi {

    private final DeadLetters letters;
    private final Replays replays;
    private final Shops shops;

    ParkedApi(DeadLetters letters, Replays replays, Shops shops) {
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
     * @param stillParkedFor the reasons of the store's orders that weren't, so that one that was mistyped shows
     */
    record Replayed(int orders, List<String> stillParkedFor) {}

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
    Replayed replay(@RequestBody(required = false) @Nullable String body, Principal user) {
        String allowed = "{\"store\":\"…\"} or {\"store\":\"…\",\"reason\":\"…\"}, with one of the stores %s"
                .formatted(String.join(", ", shops.all().keySet()));
        JsonRequestBody asked = JsonRequestBody.of(body, allowed, "store", "reason");
        String store = asked.oneOf("store", shops.all().keySet());
        int orders = replays.replayParked(store, asked.optionalText("reason").orElse(null), user.getName());
        return new Replayed(orders, letters.reasons(store));
    }
}
