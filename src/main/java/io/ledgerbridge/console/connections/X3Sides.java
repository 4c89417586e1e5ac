package io.ledgerbridge.console.connections;

import io.ledgerbridge.console.connections.X3Side.Pairing;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.health.StoreConnection;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.calls.Calls;
import io.ledgerbridge.sagex3.login.TokenState;
import io.ledgerbridge.sagex3.login.TokenStates;
import io.ledgerbridge.work.X3Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is known of a store's Sage X3. */
@Component
class X3Sides {

    private final Folders folders;
    private final TokenStates logins;
    private final X3Sessions sessions;
    private final Calls calls;
    private final Clock clock;

    X3Sides(Folders folders, TokenStates logins, X3Sessions sessions, Calls calls, Clock clock) {
        this.folders = folders;
        this.logins = logins;
        this.sessions = sessions;
        this.calls = calls;
        this.clock = clock;
    }

    X3Side of(String store, StoreConnection connection) {
        FolderSettings folder = folders.of(store);
        return new X3Side(
                connection,
                folder.url(),
                folder.auth().type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                folder.auth().isPaired() ? pairing(logins.find(store)) : null,
                sessions.taken(store, folder.concurrency()),
                folder.concurrency(),
                calls.median(store, Side.SAGE_X3).orElse(null));
    }

    private Pairing pairing(Optional<TokenState> login) {
        Instant now = clock.instant();
        Instant ends = login.map(TokenState::refreshTokenEndsAt).orElse(null);
        return new Pairing(
                state(login, ends, now),
                ends,
                ends == null ? 0 : Math.max(0, Duration.between(now, ends).toDays()));
    }

    private static String state(Optional<TokenState> login, @Nullable Instant ends, Instant now) {
        if (login.filter(TokenState::needsPairing).isPresent()) {
            return "needed";
        }
        if (ends == null) {
            return "unknown";
        }
        return login.filter(paired -> paired.endsSoon(now)).isPresent() ? "ends-soon" : "paired";
    }
}
