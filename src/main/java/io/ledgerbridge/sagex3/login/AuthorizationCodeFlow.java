package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.books.stores.StoreTrail;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** OAuth2's authorization code grant, by which a person pairs a store with Sage X3. */
@Component
public class AuthorizationCodeFlow {

    private static final Logger LOG = LoggerFactory.getLogger(AuthorizationCodeFlow.class);

    private final Folders folders;
    private final PairingStates states;
    private final TokenRequests requests;
    private final TokenEndpoint tokenEndpoint;
    private final TokenStore tokens;
    private final TokenWrites writes;
    private final StoreTrail trail;
    private final Clock clock;

    AuthorizationCodeFlow(
            Folders folders,
            PairingStates states,
            TokenRequests requests,
            TokenEndpoint tokenEndpoint,
            TokenStore tokens,
            TokenWrites writes,
            StoreTrail trail,
            Clock clock) {
        this.folders = folders;
        this.states = states;
        this.requests = requests;
        this.tokenEndpoint = tokenEndpoint;
        this.tokens = tokens;
        this.writes = writes;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Begins a pairing.
     *
     * @param callback where X3 is to send its answer
     * @return X3's page, where a person consents
     * @throws PairingRefused if the store doesn't log in by OAuth2
     */
    public URI begin(String store, URI callback, String user) {
        Auth auth = auth(store);
        return auth.consentPage(callback, states.begin(store, user));
    }

    /**
     * Takes X3's answer: its code becomes the first tokens, and the store's orders go on at once.
     *
     * @param endpoint named by X3; used until the next pairing, or until the settings that it replaces are changed
     * @throws PairingRefused if {@link PairingStates} doesn't know the state, or if X3 doesn't take the code
     */
    public void answered(String store, String state, String code, @Nullable String endpoint, URI callback) {
        Auth auth = auth(store);
        String user = states.use(store, state);
        String named = NamedEndpoint.of(auth, endpoint);
        Instant now = clock.instant();
        TokenReply reply = tokenEndpoint.ask(requests.ofCode(store, auth, named, code, callback));
        if (!(reply instanceof TokenReply.Granted granted) || granted.refresh() == null) {
            throw new PairingRefused("Sage X3 gave no tokens for its code: " + reply);
        }
        writes.persistWithRetry(() -> {
            trail.lock(store);
            tokens.keep(TokenState.paired(store, named, folders.of(store).namedUnder()), granted, now);
            trail.append(store, "x3-paired", Map.of("by", user, "endpoint", named == null ? "" : named));
            return true;
        });
        LOG.info("Store {} is paired with Sage X3", store);
    }

    private Auth auth(String store) {
        return folders.find(store)
                .map(FolderSettings::auth)
                .filter(Auth::isPaired)
                .orElseThrow(() -> new PairingRefused("Store %s doesn't log in by oauth2".formatted(store)));
    }
}
