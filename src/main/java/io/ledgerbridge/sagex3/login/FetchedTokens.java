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

    private final TokenRenewal renewal;
    private final Map<String, Object> turns = new ConcurrentHashMap<>();

    FetchedTokens(TokenRenewal renewal) {
        this.renewal = renewal;
    }

    @Override
    public String of(String store, @Nullable String refused) {
        return renewal.stored(store, refused)
                .orElseGet(() -> renewed(store, refused))
                .value();
    }

    private AccessToken renewed(String store, @Nullable String refused) {
        synchronized (turns.computeIfAbsent(store, first -> new Object())) {
            return renewal.renew(store, refused);
        }
    }
}
