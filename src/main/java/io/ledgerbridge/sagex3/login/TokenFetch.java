package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.calls.Calls;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks once for a store's tokens, under a lease. The answer is committed before anything else is done with it. */
@Component
class TokenFetch {

    private final Folders folders;
    private final TokenEndpoint endpoint;
    private final TokenLeases leases;
    private final TokenAnswers answers;
    private final TokenWrites writes;
    private final Calls calls;
    private final DatabaseClock clock;

    TokenFetch(
            Folders folders,
            TokenEndpoint endpoint,
            TokenLeases leases,
            TokenAnswers answers,
            TokenWrites writes,
            Calls calls,
            DatabaseClock clock) {
        this.folders = folders;
        this.endpoint = endpoint;
        this.leases = leases;
        this.answers = answers;
        this.writes = writes;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * What is granted, even if X3 has just refused the same.
     *
     * @return empty if the lease ends too soon, or if the answer came too late to count
     * @throws Fault if there is nothing to ask with, or if nothing is granted
     */
    Optional<AccessToken> fetch(TokenLease lease) {
        GrantRequest request = lease.request().orElseThrow(() -> unpaired(lease.store()));
        Instant now = clock.now();
        if (!lease.login().isRenewing(now.plus(TokenEndpoint.PATIENCE))) {
            return Optional.empty();
        }
        TokenReply reply = ask(lease, request);
        boolean counts = writes.persistWithRetry(() -> answers.store(lease, request, reply, now));
        return counts ? Optional.of(granted(lease.store(), reply, now)) : Optional.empty();
    }

    private TokenReply ask(TokenLease lease, GrantRequest request) {
        try {
            return calls.token(lease.store(), () -> endpoint.ask(request));
        } catch (RuntimeException lost) {
            writes.persistWithRetry(() -> leases.release(lease));
            throw lost;
        }
    }

    private AccessToken granted(String store, TokenReply reply, Instant asked) {
        if (reply instanceof TokenReply.Granted granted) {
            return AccessToken.granted(granted.access(), granted.lasts(), asked);
        }
        if (reply instanceof TokenReply.Refused && folders.of(store).auth().isPaired()) {
            throw unpaired(store);
        }
        throw Fault.credentials(
                Side.SAGE_X3,
                "Sage's token endpoint refused the client of store %s: %s".formatted(store, String.valueOf(reply)));
    }

    private static Fault unpaired(String store) {
        return Fault.credentials(
                Side.SAGE_X3, "needs-pairing: an admin has to open /oauth2/sage-x3/%s/authorize".formatted(store));
    }
}
