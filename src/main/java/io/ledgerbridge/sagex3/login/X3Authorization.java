package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.credentials.StoredSecrets;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.sagex3.CreateOutcome;
import io.ledgerbridge.sagex3.Folders;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proves to Sage X3 who calls. */
@Component
public class X3Authorization {

    private static final int UNAUTHORISED = 401;

    private final Folders folders;
    private final AccessTokens accessTokens;
    private final AuthorizationHeaders headers;

    X3Authorization(Folders folders, StoredSecrets stored, AccessTokens accessTokens, Clock clock) {
        this.folders = folders;
        this.accessTokens = accessTokens;
        this.headers = new AuthorizationHeaders(folders, stored, accessTokens, clock);
    }

    /**
     * What a question or a create is sent with.
     *
     * @throws Fault where a credential is missing, or no token can be had
     */
    public Authorization of(String store) {
        return Authorization.first(headers.of(store));
    }

    /**
     * What a request is to be sent with once more: where X3 answered 401 to a token, another one, but only once a request.
     *
     * @return untried only where the request is worth repeating
     * @throws Fault where no other token can be had
     */
    public Authorization after(Authorization sent, String store, @Nullable Integer status) {
        if (status == null || status != UNAUTHORISED) {
            return sent.taken();
        }
        if (sent.renewed() || !folders.of(store).auth().isFetched()) {
            return sent.refused();
        }
        accessTokens.of(store, sent.header().substring(AuthorizationHeaders.BEARER.length()));
        return Authorization.inPlaceOfARefused(headers.of(store));
    }

    /** Likewise for a create, of which X3 took nothing then; where no token can be had, its reply stands. */
    public Authorization afterCreate(Authorization sent, String store, CreateOutcome reply) {
        if (!(reply instanceof CreateOutcome.CredentialsRefused)) {
            return sent.taken();
        }
        try {
            return after(sent, store, UNAUTHORISED);
        } catch (Fault none) {
            return sent.refused();
        }
    }
}
