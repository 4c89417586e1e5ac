package io.ledgerbridge.sagex3.login;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The access tokens that are stored, whichever process fetched them; one thread a store fetches the next. None is kept
 * in memory: after a pairing no process shows one from before.
 */
@Component
class FetchedTokens implements AccessTokens {

    private final TokenStore tokens;
    private final TokenRenewal renewal;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    FetchedTokens(TokenStore tokens, TokenRenewal renewal) {
        this.tokens = tokens;
        this.renewal = renewal;
    }

    @Override
    public String of(String store, @Nullable String refused) {
        return tokens.find(store, refused)
                .orElseGet(() -> renewed(store, refused))
                .value();
    }

    private AccessToken renewed(String store, @Nullable String refused) {
        synchronized (locks.computeIfAbsent(store, first -> new Object())) {
            return renewal.renew(store, refused);
        }
    }
}
