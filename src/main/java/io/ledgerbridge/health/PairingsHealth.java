package io.ledgerbridge.health;

import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.login.Pairings;
import io.ledgerbridge.sagex3.login.TokenState;
import io.ledgerbridge.sagex3.login.TokenStates;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Down while a store needs pairing, since its orders wait for a person; readiness doesn't ask. */
@Component("pairingsHealthIndicator")
class PairingsHealth extends AbstractHealthIndicator {

    private final Folders folders;
    private final TokenStates logins;
    private final Pairings pairings;
    private final Clock clock;

    PairingsHealth(Folders folders, TokenStates logins, Pairings pairings, Clock clock) {
        super("the pairings with Sage X3 can't be read");
        this.folders = folders;
        this.logins = logins;
        this.pairings = pairings;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (String store : folders.all().keySet()) {
            if (pairings.isPaired(store)) {
                Optional<TokenState> login = logins.find(store);
                login.filter(TokenState::needsPairing).ifPresent(needed -> health.down());
                health.withDetail(store, login.map(this::detail).orElseGet(() -> Map.of("state", "not used yet")));
            }
        }
    }

    private Map<String, Object> detail(TokenState login) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("state", state(login));
        if (login.needsPairing()) {
            detail.put("since", String.valueOf(login.needsPairingSince()));
            detail.put("detail", String.valueOf(login.detail()));
        }
        if (login.refreshTokenEndsAt() != null) {
            detail.put("refreshTokenEndsAt", login.refreshTokenEndsAt().toString());
        }
        return detail;
    }

    private String state(TokenState login) {
        if (login.needsPairing()) {
            return "needs-pairing";
        }
        return login.endsSoon(clock.instant()) ? "refresh token ends soon: pair it again" : "paired";
    }
}
