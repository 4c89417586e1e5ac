package io.ledgerbridge.api;

import io.ledgerbridge.api.requests.JsonRequestBody;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.credentials.CredentialName;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Takes a store's secrets, and takes them away. None is ever given back. */
@RestController
@RequestMapping("/api/stores/{store}/credentials")
public class CredentialsApi {

    private final Shops shops;
    private final CredentialChanges changes;

    CredentialsApi(Shops shops, CredentialChanges changes) {
        this.shops = shops;
        this.changes = changes;
    }

    /**
     * A secret that is stored.
     *
     * @param by null where it was stored so long ago that the newest links of the store's chain don't tell
     */
    public record Stored(
            String name, Instant storedAt, @Nullable String by) {}

    /** By their names. */
    public record AllStored(List<Stored> items) {}

    @GetMapping
    AllStored stored(@PathVariable String store) {
        return new AllStored(changes.stored(known(store)));
    }

    /** Then that of the settings holds, where there is one. */
    @DeleteMapping("/{name}")
    public ResponseEntity<Void> delete(@PathVariable String store, @PathVariable String name, Principal user) {
        CredentialName stored = CredentialName.givenAs(name).orElseThrow(() -> unknown());
        if (!changes.remove(known(store), stored, user.getName())) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "No %s is stored for store %s".formatted(name, store));
        }
        return ResponseEntity.noContent().build();
    }

    private String known(String store) {
        if (shops.find(store).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no store " + store);
        }
        return store;
    }

    /** In place of the one before. */
    @PutMapping("/{name}")
    public ResponseEntity<Void> put(
            @PathVariable String store,
            @PathVariable String name,
            @RequestBody(required = false) @Nullable String body,
            Principal user) {
        CredentialName credential = CredentialName.givenAs(name).orElseThrow(() -> unknown());
        String value = JsonRequestBody.of(body, "{\"value\":\"…\"}", "value").secret("value");
        changes.put(known(store), credential, value, user.getName());
        return ResponseEntity.noContent().build();
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "A credential is one of " + String.join(", ", CredentialName.given()));
    }
}
