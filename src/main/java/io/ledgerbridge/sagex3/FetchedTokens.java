package io.ledgerbridge.sagex3;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The access tokens of this process, each kept till shortly before its end; one thread a store fetches the next. */
@Component
class FetchedTokens implements AccessTokens {

    private final TokenRenewal renewal;
    private final Clock clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    FetchedTokens(TokenRenewal renewal, Clock clock) {
        this.renewal = renewal;
        this.clock = clock;
    }

    @Override
    public String of(String store, @Nullable String refused) {
        return kept.computeIfAbsent(store, Kept::new).token(refused);
    }

    private final class Kept {

        private final String store;
        private @Nullable AccessToken token;

        Kept(String store) {
            this.store = store;
        }

        synchronized String token(@Nullable String refused) {
            AccessToken before = token;
            if (before != null
                    && !before.value().equals(refused)
                    && clock.instant().isBefore(before.until())) {
                return before.value();
            }
            AccessToken renewed = renewal.renew(store, refused);
            token = renewed;
            return renewed.value();
        }
    }
}
