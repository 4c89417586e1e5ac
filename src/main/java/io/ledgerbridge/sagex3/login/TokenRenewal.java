package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.credentials.CredentialName;
import io.ledgerbridge.credentials.Credentials;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.calls.Calls;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fetches new tokens, for one caller at a time over all replicas: the others wait for what that one fetches. Each refresh
 * kills the refresh token that it shows, so the new one is committed before anything else is done with the answer. No
 * transaction is under way while Sage X3 is asked (decision 0012).
 */
@Component
class TokenRenewal {

    private static final String NEVER_PAIRED = "it was never paired";
    /** Longer than a request for tokens takes. What a process that ended had begun holds the others up for so long. */
    static final Duration TURN = Duration.ofSeconds(45);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Logger LOG = LoggerFactory.getLogger(TokenRenewal.class);

    private final Folders folders;
    private final Logins logins;
    private final Credentials credentials;
    private final TokenEndpoint endpoint;
    private final TokenRequests requests;
    private final TokenWrites writes;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final DatabaseClock clock;
    private final Calls calls;

    TokenRenewal(
            Folders folders,
            Logins logins,
            Credentials credentials,
            TokenEndpoint endpoint,
            TokenRequests requests,
            TokenWrites writes,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            DatabaseClock clock,
            Calls calls) {
        this.folders = folders;
        this.logins = logins;
        this.credentials = credentials;
        this.endpoint = endpoint;
        this.requests = requests;
        this.writes = writes;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.calls = calls;
    }

    /** The access token that is stored, while it is good and not the one that X3 refused; it waits for nobody. */
    Optional<AccessToken> stored(String store, @Nullable String refused) {
        return logins.find(store).flatMap(login -> fetchedByAnother(login, refused));
    }

    /**
     * A good access token of a store.
     *
     * @param refused one that X3 doesn't take
     * @throws Fault where none can be had
     */
    AccessToken renew(String store, @Nullable String refused) {
        Optional<AccessToken> token = stored(store, refused);
        while (token.isEmpty()) {
            Optional<Turn> turn = Objects.requireNonNull(transactions.execute(running -> take(store, refused)));
            if (turn.isPresent()) {
                token = fetch(turn.get());
            }
            if (token.isEmpty()) {
                pause();
                token = stored(store, refused);
            }
        }
        return token.get();
    }

    /**
     * The right to ask for a store's tokens.
     *
     * @param login as it was when the turn began; its end is what tells this turn from others
     * @param request none where the store waits for its pairing
     */
    private record Turn(Login login, Optional<GrantRequest> request) {}

    /** Nothing while another has the turn, or where it has just ended well. */
    private Optional<Turn> take(String store, @Nullable String refused) {
        Login login = logins.lock(store);
        if (login.isRenewing(clock.now()) || fetchedByAnother(login, refused).isPresent()) {
            return Optional.empty();
        }
        if (waitsForPairing(login)) {
            return Optional.of(new Turn(login, Optional.empty()));
        }
        Optional<GrantRequest> request = requests.of(login);
        if (request.isEmpty()) {
            needsPairing(login, NEVER_PAIRED, null);
            return Optional.of(new Turn(login, request));
        }
        Login renewing = login.renewing(clock.now().plus(TURN).truncatedTo(ChronoUnit.MILLIS));
        logins.write(renewing);
        return Optional.of(new Turn(renewing, request));
    }

    /** What is granted, even where it is what X3 has just refused; nothing where others have to be looked at again. */
    private Optional<AccessToken> fetch(Turn turn) {
        String store = turn.login().store();
        GrantRequest request = turn.request().orElseThrow(() -> unpaired(store));
        Instant now = clock.now();
        if (!turn.login().isRenewing(now.plus(TokenEndpoint.PATIENCE))) {
            return Optional.empty();
        }
        TokenReply reply;
        try {
            reply = calls.token(store, () -> endpoint.ask(request));
        } catch (RuntimeException lost) {
            writes.persistWithRetry(() -> end(turn.login()));
            throw lost;
        }
        if (!writes.persistWithRetry(() -> answered(turn.login(), request, reply, now))) {
            return Optional.empty();
        }
        if (reply instanceof TokenReply.Granted granted) {
            return Optional.of(AccessToken.granted(granted.access(), granted.lasts(), now));
        }
        if (reply instanceof TokenReply.Refused && isPaired(store)) {
            throw unpaired(store);
        }
        throw Fault.credentials(
                Side.SAGE_X3,
                "Sage's token endpoint refused the client of store %s: %s".formatted(store, String.valueOf(reply)));
    }

    /**
     * Writes down what the answer says. A grant is dropped where the store has got other tokens meanwhile, as by a
     * pairing, and a refusal where it has, or where another has the turn.
     *
     * @return whether it counts
     */
    private boolean answered(Login asked, GrantRequest request, TokenReply reply, Instant now) {
        Login login = logins.lock(asked.store());
        boolean isOurs = Objects.equals(login.renewingUntil(), asked.renewingUntil());
        boolean isTheSame = Objects.equals(login.refreshedAt(), asked.refreshedAt());
        if (!isTheSame || (!isOurs && !(reply instanceof TokenReply.Granted))) {
            LOG.warn("An answer to a request for tokens of store {} came too late to count", login.store());
            return false;
        }
        if (reply instanceof TokenReply.Granted granted) {
            if (login.needsPairing()) {
                events.publishEvent(new GrantedAgain(login.store()));
            }
            keep(login, granted, now);
        } else if (reply instanceof TokenReply.Refused refused && isPaired(login.store())) {
            needsPairing(login, refused.words(), request.sha256());
        } else {
            logins.write(login.renewing(null));
        }
        return true;
    }

    /** Lets others have their turn, unless they have it already. */
    private boolean end(Login asked) {
        Login login = logins.lock(asked.store());
        boolean isOurs = Objects.equals(login.renewingUntil(), asked.renewingUntil());
        if (isOurs) {
            logins.write(login.renewing(null));
        }
        return isOurs;
    }

    private static Fault unpaired(String store) {
        return Fault.credentials(
                Side.SAGE_X3, "needs-pairing: an admin has to open /oauth2/sage-x3/%s/authorize".formatted(store));
    }

    private boolean isPaired(String store) {
        return folders.of(store).auth().isPaired();
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Fault.passing("stopped while it waited for tokens of Sage X3", stopped);
        }
    }

    /** What X3 has refused is not sent again; but what a change of the settings has made of it is, once. */
    private boolean waitsForPairing(Login login) {
        return login.needsPairing()
                && requests.of(login)
                        .filter(request -> !request.sha256().equals(login.refusedSha256()))
                        .isEmpty();
    }

    private Optional<AccessToken> fetchedByAnother(Login login, @Nullable String refused) {
        Instant until = login.accessUntil();
        if (until == null || !clock.now().isBefore(until)) {
            return Optional.empty();
        }
        return credentials
                .find(login.store(), CredentialName.SAGE_X3_ACCESS_TOKEN)
                .filter(token -> !token.equals(refused))
                .map(token -> new AccessToken(token, until));
    }

    /** Writes down what was granted to a request of that instant, in the running transaction, which holds the row. */
    void keep(Login login, TokenReply.Granted granted, Instant asked) {
        AccessToken token = AccessToken.granted(granted.access(), granted.lasts(), asked);
        credentials.put(login.store(), CredentialName.SAGE_X3_ACCESS_TOKEN, granted.access());
        if (granted.refresh() != null) {
            credentials.put(login.store(), CredentialName.SAGE_X3_REFRESH_TOKEN, granted.refresh());
        }
        logins.write(login.granted(token.until(), granted.refresh() == null ? login.refreshedAt() : clock.now()));
    }

    private void needsPairing(Login login, String words, @Nullable String sha256) {
        LOG.warn("Store {} has to be paired with Sage X3: {}", login.store(), words);
        logins.write(login.refused(clock.now(), words, sha256));
    }
}
