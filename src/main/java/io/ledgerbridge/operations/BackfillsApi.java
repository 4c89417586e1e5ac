package io.ledgerbridge.operations;

import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.inbox.BackfillProgress;
import io.ledgerbridge.inbox.Backfills;
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

    private final Backfills backfills;
    private final Shops shops;

    BackfillsApi(Backfills backfills, Shops shops) {
        this.backfills = backfills;
        this.shops = shops;
    }

    /** The days on which the orders were created, both included. */
    record Days(@Nullable LocalDate from, @Nullable LocalDate to) {}

    /** A backfill's number. */
    record Asked(long id) {}

    @PostMapping("/api/stores/{store}/backfill")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Asked ask(@PathVariable String store, @RequestBody Days days) {
        if (shops.find(store).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no store " + store);
        }
        LocalDate from = days.from();
        LocalDate to = days.to();
        if (from == null || to == null || to.isBefore(from)) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "from and to are days such as 2026-11-01, and to is not before from");
        }
        return new Asked(backfills.ask(store, from, to));
    }

    @GetMapping("/api/backfills/{id}")
    BackfillProgress progress(@PathVariable long id) {
        return backfills
                .progress(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no backfill " + id));
    }
}
