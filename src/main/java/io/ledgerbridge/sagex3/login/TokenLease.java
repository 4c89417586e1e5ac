package io.ledgerbridge.sagex3.login;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The right to ask for a store's tokens, which one process has at a time.
 *
 * @param login as it was when the lease began; when that ends tells this lease from others
 * @param request empty if the store waits for its pairing: then nothing is leased
 */
record TokenLease(TokenState login, Optional<GrantRequest> request) {

    /** Longer than a request for tokens takes. If a process ends while it has the lease, the others wait for so long. */
    static final Duration LENGTH = Duration.ofSeconds(45);

    String store() {
        return login.store();
    }

    /** Whether the store's login is still leased to us. */
    boolean holds(TokenState now) {
        return Objects.equals(now.renewingUntil(), login.renewingUntil());
    }

    /** Whether the store has got other refresh tokens since the lease began, as by a pairing. */
    boolean isOvertaken(TokenState now) {
        return !Objects.equals(now.refreshedAt(), login.refreshedAt());
    }
}
