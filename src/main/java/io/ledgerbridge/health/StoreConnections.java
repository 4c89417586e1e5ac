package io.ledgerbridge.health;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.calls.Calls;
import io.ledgerbridge.sagex3.login.TokenState;
import io.ledgerbridge.sagex3.login.TokenStates;
import io.ledgerbridge.work.StoreBackOff;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells how each side of a store is: by its calls, its circuit breaker, its log-in, and what its orders wait for. */
@Component
class StoreConnections {

    private final Folders folders;
    private final TokenStates logins;
    private final Calls calls;
    private final CircuitBreakerRegistry breakers;

    StoreConnections(Folders folders, TokenStates logins, Calls calls, CircuitBreakerRegistry breakers) {
        this.folders = folders;
        this.logins = logins;
        this.calls = calls;
        this.breakers = breakers;
    }

    /** By the side's name. */
    Map<String, StoreConnection> of(String store, List<StoreBackOff.SideBackOff> backOffs) {
        Map<String, StoreConnection> sides = new TreeMap<>();
        for (Side side : Side.values()) {
            sides.put(side.label(), of(store, side, backOffs));
        }
        return sides;
    }

    private StoreConnection of(String store, Side side, List<StoreBackOff.SideBackOff> backOffs) {
        StoreConnection called = StoreConnection.called(calls.health(store, side), breaker(store, side));
        return unpaired(store, side)
                .map(called::needsPairing)
                .orElseGet(() -> backOffs.stream()
                        .filter(backOff -> backOff.store().equals(store) && backOff.side() == side)
                        .findFirst()
                        .map(called::waiting)
                        .orElse(called));
    }

    private Optional<TokenState> unpaired(String store, Side side) {
        return side == Side.SAGE_X3 && folders.of(store).auth().isPaired()
                ? logins.find(store).filter(TokenState::needsPairing)
                : Optional.empty();
    }

    private @Nullable String breaker(String store, Side side) {
        return breakers.find(side.label() + "-" + store)
                .map(CircuitBreaker::getState)
                .map(state -> state.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse(null);
    }
}
