package io.ledgerbridge.api.backfills;

import io.ledgerbridge.api.requests.JsonRequestBody;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.catchup.Backfills;
import io.ledgerbridge.catchup.Backfills.Held;
import java.security.Principal;
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
public class BackfillsApi {

    private static final String ALLOWED =
            "{\"from\": \"2026-11-01\", \"to\": \"2026-11-30\"}, with \"shadow\": true to post nothing";

    private final Backfills backfills;
    private final BackfillDecisions decisions;
    private final ShadowDecisions shadows;
    private final Shops shops;

    BackfillsApi(Backfills backfills, BackfillDecisions decisions, ShadowDecisions shadows, Shops shops) {
        this.backfills = backfills;
        this.decisions = decisions;
        this.shadows = shadows;
        this.shops = shops;
    }

    /** A backfill's number. */
    public record Begun(long id) {}

    /**
     * The days are those on which the orders were created, both included; a shadow one computes and compares alone. Where one of
     * the same days is under way, it is that one.
     */
    @PostMapping("/api/stores/{store}/backfill")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun ask(@PathVariable String store, @RequestBody(required = false) @Nullable String body, Principal user) {
        return new Begun(asked(store, body, user).id());
    }

    /** Likewise; where one is under way, it is refused and named. */
    public Begun askForANewOne(String store, String body, Principal user) {
        AskedRun asked = asked(store, body, user);
        if (!asked.isNew()) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "Backfill %d of store %s and the same days is under way: no second one was begun"
                            .formatted(asked.id(), store));
        }
        return new Begun(asked.id());
    }

    private AskedRun asked(String store, @Nullable String body, Principal user) {
        if (shops.find(store).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no store " + store);
        }
        JsonRequestBody asked = JsonRequestBody.of(body, ALLOWED, "from", "to", "shadow");
        LocalDate from = asked.day("from");
        LocalDate to = asked.day("to");
        if (to.isBefore(from)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "to, %s, is before from, %s".formatted(to, from));
        }
        return asked.flag("shadow")
                ? shadows.ask(store, from, to, user.getName())
                : decisions.ask(store, from, to, user.getName());
    }

    /** What is listed is worked; nothing more is listed until it is resumed. Of a shadow one, nothing more is compared. */
    @PostMapping("/api/backfills/{id}/pause")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public void pause(@PathVariable long id, Principal user) {
        hold(id, Held.PAUSED, user);
    }

    /** Goes on where it was paused. */
    @PostMapping("/api/backfills/{id}/resume")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public void resume(@PathVariable long id, Principal user) {
        hold(id, Held.RESUMED, user);
    }

    /** For good: what is listed is worked, and nothing more is listed; of a shadow one, nothing more is compared. */
    @PostMapping("/api/backfills/{id}/stop")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public void stop(@PathVariable long id, Principal user) {
        hold(id, Held.STOPPED, user);
    }

    private void hold(long id, Held held, Principal user) {
        boolean isSo = decisions
                .hold(id, held, user.getName())
                .or(() -> shadows.hold(id, held, user.getName()))
                .orElseThrow(() -> unknown(id));
        if (!isSo) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "Backfill %d has come to its end, or is stopped: it can't be %s".formatted(id, held.label()));
        }
    }

    /** Of a shadow one also what it would do. */
    @GetMapping("/api/backfills/{id}")
    Record progress(@PathVariable long id) {
        return backfills
                .progress(id)
                .<Record>map(progress -> progress)
                .or(() -> shadows.progress(id))
                .orElseThrow(() -> unknown(id));
    }

    private static ResponseStatusException unknown(long id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no backfill " + id);
    }
}
