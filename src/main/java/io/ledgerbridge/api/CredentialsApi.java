package io.ledgerbridge.api;

import io.ledgerbridge.api.requests.JsonRequestBody;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.credentials.CredentialName;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Takes a store's secrets. None is ever given back. */
@RestController
@RequestMapping("/api/stores/{store}/credentials")
public class CredentialsApi {

    private final Shops shops;
    private final CredentialChanges changes;

    CredentialsApi(Shops shops, CredentialChanges changes) {
        this.shops = shops;
        this.changes = changes;
    }

    /** In place of the one before. */
    @PutMapping("/{name}")
    public ResponseEntity<Void> put(
            @PathVariable String store,
            @PathVariable String name,
            @RequestBody(required = false) @Nullable String body,
            Principal user) {
        if (shops.find(store).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no store " + store);
        }
        CredentialName known = CredentialName.givenAs(name).orElseThrow(() -> unknown());
        String value = JsonRequestBody.of(body, "{\"value\":\"…\"}", "value").secret("value");
        changes.put(store, known, value, user.getName());
        return ResponseEntity.noContent().build();
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "A credential is one of " + String.join(", ", CredentialName.given()));
    }
}
