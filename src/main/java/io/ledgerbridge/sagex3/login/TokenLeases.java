package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.database.DatabaseClock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leases the right to ask for a store's tokens to one process at a time, in the running transaction. */
@Component
class TokenLeases {

    private static final String NEVER_PAIRED = "it was never paired";

    private final TokenStates logins;
    private final TokenRequests requests;
    private final TokenStore tokens;
    private final DatabaseClock clock;

    TokenLeases(TokenStates logins, TokenRequests requests, TokenStore tokens, DatabaseClock clock) {
        this.logins = logins;
        this.requests = requests;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Takes a store's lease.
     *
     * @param refused an access token that X3 doesn't take
     * @return empty while another has it, and if another has just stored a good token
     */
    Optional<TokenLease> take(String store, @Nullable String refused) {
        TokenState login = logins.lock(store);
        if (login.isRenewing(clock.now()) || tokens.find(login, refused).isPresent()) {
            return Optional.empty();
        }
        Optional<GrantRequest> request = requests.of(login);
        if (request.isEmpty() && !login.needsPairing()) {
            logins.refuse(login, clock.now(), NEVER_PAIRED, null);
        }
        return Optional.of(request.filter(sent -> !login.hasRefused(sent))
                .map(sent -> lease(login, sent))
                .orElseGet(() -> new TokenLease(login, Optional.empty())));
    }

    private TokenLease lease(TokenState login, GrantRequest request) {
        TokenState renewing = login.renewing(clock.now().plus(TokenLease.LENGTH).truncatedTo(ChronoUnit.MILLIS));
        logins.write(renewing);
        return new TokenLease(renewing, Optional.of(request));
    }

    /**
     * Gives a lease back.
     *
     * @return false if another has it already
     */
    boolean release(TokenLease lease) {
        TokenState login = logins.lock(lease.store());
        boolean isOurs = lease.holds(login);
        if (isOurs) {
            logins.write(login.renewing(null));
        }
        return isOurs;
    }
}
