package io.ledgerbridge.api;

import io.ledgerbridge.api.requests.JsonRequestBody;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.books.RestoredBooks;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Takes an operator's word that a store's books, which were older than Sage X3's ledger, have caught up. */
@RestController
public class BooksApi {

    private final Shops shops;
    private final RestoredBooks books;

    BooksApi(Shops shops, RestoredBooks books) {
        this.shops = shops;
        this.books = books;
    }

    /** Refused where the books are not behind. */
    @PostMapping("/api/stores/{store}/books/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void confirm(
            @PathVariable String store, @RequestBody(required = false) @Nullable String body, Principal user) {
        if (shops.find(store).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no store " + store);
        }
        String why = JsonRequestBody.of(body, "{\"why\":\"…\"}", "why").text("why");
        if (!books.confirm(store, user.getName(), why)) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "The books of store %s are not behind".formatted(store));
        }
    }
}
