package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.faults.Fault;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Renews access tokens, for one caller at a time over all replicas: the others wait for what that one fetches, since each
 * refresh kills the refresh token that it shows. No transaction is under way while Sage X3 is asked (decision 0012).
 */
@Component
class TokenRenewal {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    private final TokenStore tokens;
    private final TokenLeases leases;
    private final TokenFetch fetch;
    private final TransactionTemplate transactions;

    TokenRenewal(TokenStore tokens, TokenLeases leases, TokenFetch fetch, TransactionTemplate transactions) {
        this.tokens = tokens;
        this.leases = leases;
        this.fetch = fetch;
        this.transactions = transactions;
    }

    /**
     * A good access token of a store.
     *
     * @param refused one that X3 doesn't take
     * @throws Fault if none can be had
     */
    AccessToken renew(String store, @Nullable String refused) {
        Optional<AccessToken> token = tokens.find(store, refused);
        while (token.isEmpty()) {
            token = Objects.requireNonNull(transactions.execute(running -> leases.take(store, refused)))
                    .flatMap(fetch::fetch);
            if (token.isEmpty()) {
                pause();
                token = tokens.find(store, refused);
            }
        }
        return token.get();
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_INTERVAL.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Fault.passing("stopped while it waited for tokens of Sage X3", stopped);
        }
    }
}
