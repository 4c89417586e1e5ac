package io.ledgerbridge.api.notes;

import io.ledgerbridge.api.requests.ParameterCheck;
import io.ledgerbridge.notes.Tag;
import io.ledgerbridge.notes.Tags;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The tags of an order. The order's own answer has them, and {@code GET /api/orders?tag=} lists the orders that have one. */
@RestController
@RequestMapping("/api/stores/{store}/orders/{order}/tags/{tag}")
public class TagsApi {

    private final Tags tags;

    TagsApi(Tags tags) {
        this.tags = tags;
    }

    /** The same again changes nothing. */
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void put(@PathVariable String store, @PathVariable long order, @PathVariable String tag, Principal user) {
        switch (tags.put(store, order, read(tag), user.getName())) {
            case UNKNOWN_ORDER -> throw unknown(store, order);
            case TOO_MANY ->
                throw new ResponseStatusException(
                        HttpStatus.CONFLICT,
                        "Order %d of store %s has %d tags, and may have no more: take one off first"
                                .formatted(order, store, Tags.MOST));
            case DONE -> {}
        }
    }

    /** Likewise. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void remove(@PathVariable String store, @PathVariable long order, @PathVariable String tag, Principal user) {
        if (!tags.remove(store, order, read(tag), user.getName())) {
            throw unknown(store, order);
        }
    }

    /**
     * A tag as somebody wrote it.
     *
     * @throws ResponseStatusException 400 where it is none, with what is allowed
     */
    public static Tag read(String written) {
        try {
            return Tag.of(written);
        } catch (IllegalArgumentException none) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "tag, \"%s\", is not %s".formatted(ParameterCheck.shown(written), none.getMessage()));
        }
    }

    private static ResponseStatusException unknown(String store, long order) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "Nothing is known of order %d of store %s".formatted(order, store));
    }
}
