package io.ledgerbridge.api.pairing;

import io.ledgerbridge.hooks.HookSettings;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Where Sage X3 sends its answer to a pairing. */
@Component
class Callbacks {

    private final HookSettings hooks;

    Callbacks(HookSettings hooks) {
        this.hooks = hooks;
    }

    /**
     * A store's address.
     *
     * @throws ResponseStatusException where nobody says how we are reached
     */
    URI of(String store) {
        URI publicUrl = hooks.publicUrl();
        if (publicUrl == null) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "Pairing needs ledger-bridge.public-url, where Sage X3 sends its answer");
        }
        return URI.create("%s/oauth2/sage-x3/%s/callback".formatted(publicUrl, store));
    }
}
