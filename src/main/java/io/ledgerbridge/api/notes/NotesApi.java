package io.ledgerbridge.api.notes;

import io.ledgerbridge.api.requests.JsonRequestBody;
import io.ledgerbridge.notes.Notes;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What people write down about an order, and who looks after it. The order's own answer has both. */
@RestController
@RequestMapping("/api/stores/{store}/orders/{order}")
public class NotesApi {

    private static final String NOTE = "{\"text\":\"…\"}";
    private static final String ASSIGNMENT = "{\"to\":\"…\"}, or {\"to\":null} for nobody";

    private final Notes notes;

    NotesApi(Notes notes) {
        this.notes = notes;
    }

    /** It stays as it is written, with who wrote it. */
    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    public void write(
            @PathVariable String store,
            @PathVariable long order,
            @RequestBody(required = false) @Nullable String body,
            Principal user) {
        String text = JsonRequestBody.of(body, NOTE, "text").text("text");
        known(store, order, notes.write(store, order, text, user.getName()));
    }

    /** The same again changes nothing. */
    @PutMapping("/assignment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void assign(
            @PathVariable String store,
            @PathVariable long order,
            @RequestBody(required = false) @Nullable String body,
            Principal user) {
        JsonRequestBody asked = JsonRequestBody.of(body, ASSIGNMENT, "to");
        String to = asked.isNull("to") ? null : asked.name("to");
        known(store, order, notes.assign(store, order, to, user.getName()));
    }

    private static void known(String store, long order, boolean isKnown) {
        if (!isKnown) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "Nothing is known of order %d of store %s".formatted(order, store));
        }
    }
}
