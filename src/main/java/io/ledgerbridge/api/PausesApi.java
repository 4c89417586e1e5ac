package io.ledgerbridge.api;

import io.ledgerbridge.api.requests.JsonRequestBody;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.operations.StorePauses;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Pauses a store, which then receives and posts nothing, and resumes it. */
@RestController
@RequestMapping("/api/stores/{store}")
public class PausesApi {

    private static final String WHY = "why";
    private static final String ALLOWED = "{\"why\": \"the month is being closed\"}";
    private static final String ALLOWED_TO_RESUME = ALLOWED + " or {}";

    private final StorePauses pauses;
    private final Shops shops;

    PausesApi(StorePauses pauses, Shops shops) {
        this.pauses = pauses;
        this.shops = shops;
    }

    /** It receives, and posts nothing. */
    @PostMapping("/pause")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public void pause(
            @PathVariable String store, @RequestBody(required = false) @Nullable String body, Principal user) {
        checkKnown(store);
        pauses.pause(
                store, user.getName(), JsonRequestBody.of(body, ALLOWED, WHY).text(WHY));
    }

    /** It posts again. */
    @PostMapping("/resume")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public void resume(
            @PathVariable String store, @RequestBody(required = false) @Nullable String body, Principal user) {
        checkKnown(store);
        JsonRequestBody asked = JsonRequestBody.of(body, ALLOWED_TO_RESUME, WHY);
        pauses.resume(store, user.getName(), asked.optionalText(WHY).orElse(""));
    }

    private void checkKnown(String store) {
        if (shops.find(store).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no store " + store);
        }
    }
}
