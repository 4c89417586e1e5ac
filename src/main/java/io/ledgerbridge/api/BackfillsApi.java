package io.ledgerbridge.api;

import io.ledgerbridge.api.requests.JsonRequestBody;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.catchup.BackfillProgress;
import io.ledgerbridge.catchup.Backfills;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Asks for the orders of past days, and tells how far that has come. */
@RestController
class BackfillsApi {

    private static final String ALLOWED = "{\"from\": \"2026-11-01\", \"to\": \"2026-11-30\"}";

    private final Backfills backfills;
    private final Shops shops;

    BackfillsApi(Backfills backfills, Shops shops) {
        this.backfills = backfills;
        this.shops = shops;
    }

    /** A backfill's number. */
    record Begun(long id) {}

    /** The days are those on which the orders were created, both included. */
    @PostMapping("/api/stores/{store}/backfill")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun ask(@PathVariable String store, @RequestBody(required = false) @Nullable String body) {
        if (shops.find(store).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no store " + store);
        }
        JsonRequestBody asked = JsonRequestBody.of(body, ALLOWED, "from", "to");
        LocalDate from = asked.day("from");
        LocalDate to = asked.day("to");
        if (to.isBefore(from)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "to, %s, is before from, %s".formatted(to, from));
        }
        return new Begun(backfills.ask(store, from, to));
    }

    @GetMapping("/api/backfills/{id}")
    BackfillProgress progress(@PathVariable long id) {
        return backfills
                .progress(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no backfill " + id));
    }
}
