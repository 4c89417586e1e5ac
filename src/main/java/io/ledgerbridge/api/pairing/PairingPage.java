package io.ledgerbridge.api.pairing;

import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.login.AuthorizationCodeFlow;
import io.ledgerbridge.sagex3.login.PairingRefused;
import io.ledgerbridge.work.StoreBackOff;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Where a person pairs a store with Sage X3, and where X3's answer comes in. */
@RestController
@RequestMapping("/oauth2/sage-x3/{store}")
class PairingPage {

    private static final String PAIRED =
            "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Ledger Bridge</title><p>Store %s is paired with Sage X3.</p></html>";

    private final Folders folders;
    private final AuthorizationCodeFlow flow;
    private final StoreBackOff connections;
    private final Words words;
    private final Callbacks callbacks;

    PairingPage(
            Folders folders, AuthorizationCodeFlow flow, StoreBackOff connections, Words words, Callbacks callbacks) {
        this.words = words;
        this.folders = folders;
        this.flow = flow;
        this.connections = connections;
        this.callbacks = callbacks;
    }

    @GetMapping("/authorize")
    ResponseEntity<Void> authorize(@PathVariable String store, Principal user) {
        known(store);
        try {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .location(flow.begin(store, callbacks.of(store), user.getName()))
                    .build();
        } catch (PairingRefused refused) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, refused.getMessage(), refused);
        }
    }

    @GetMapping("/callback")
    ResponseEntity<String> answered(
            @PathVariable String store,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String endpoint) {
        return paired(store, code, state, endpoint);
    }

    @PostMapping("/callback")
    ResponseEntity<String> answeredByPost(
            @PathVariable String store,
            @RequestParam(required = false) @Nullable String authorizationCode,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String endpoint) {
        return paired(store, authorizationCode, state, endpoint);
    }

    private ResponseEntity<String> paired(
            String store, @Nullable String code, @Nullable String state, @Nullable String endpoint) {
        known(store);
        if (code == null || state == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The answer holds no code, or no state");
        }
        try {
            flow.answered(store, state, code, endpoint, callbacks.of(store));
            connections.forget(store, Side.SAGE_X3);
        } catch (PairingRefused refused) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, words.keptOrNull(refused.getMessage()), refused);
        } catch (Fault fault) {
            throw new ResponseStatusException(HttpStatus.BAD_GATEWAY, words.kept(fault.words()), fault);
        }
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(PAIRED.formatted(store));
    }

    private void known(String store) {
        if (folders.find(store).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such store");
        }
    }
}
