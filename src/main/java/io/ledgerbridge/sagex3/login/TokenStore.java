package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.credentials.CredentialName;
import io.ledgerbridge.credentials.Credentials;
import io.ledgerbridge.database.DatabaseClock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tokens that Sage X3 has granted: encrypted among the stores' credentials, their times in the {@link TokenState}. */
@Component
class TokenStore {

    private final TokenStates logins;
    private final Credentials credentials;
    private final DatabaseClock clock;

    TokenStore(TokenStates logins, Credentials credentials, DatabaseClock clock) {
        this.logins = logins;
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * A store's access token, while it is good.
     *
     * @param refused one that X3 doesn't take; it counts as none
     */
    Optional<AccessToken> find(String store, @Nullable String refused) {
        return logins.find(store).flatMap(login -> find(login, refused));
    }

    Optional<AccessToken> find(TokenState login, @Nullable String refused) {
        Instant until = login.accessUntil();
        if (until == null || !clock.now().isBefore(until)) {
            return Optional.empty();
        }
        return credentials
                .find(login.store(), CredentialName.SAGE_X3_ACCESS_TOKEN)
                .filter(token -> !token.equals(refused))
                .map(token -> new AccessToken(token, until));
    }

    /** Stores what was granted to a request of that instant, in the running transaction, which has locked the login. */
    void keep(TokenState login, TokenReply.Granted granted, Instant asked) {
        AccessToken token = AccessToken.granted(granted.access(), granted.lasts(), asked);
        credentials.put(login.store(), CredentialName.SAGE_X3_ACCESS_TOKEN, granted.access());
        if (granted.refresh() != null) {
            credentials.put(login.store(), CredentialName.SAGE_X3_REFRESH_TOKEN, granted.refresh());
        }
        logins.write(login.granted(token.until(), granted.refresh() == null ? login.refreshedAt() : clock.now()));
    }
}
