package io.ledgerbridge.sagex3;

import io.ledgerbridge.books.Fault;
import io.ledgerbridge.books.Side;
import io.ledgerbridge.credentials.CredentialName;
import io.ledgerbridge.credentials.Credentials;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fetches new tokens, for one caller at a time over all replicas: who waited for the store's row finds what the one
 * before has fetched. Each refresh kills the refresh token that it shows, so the new one is committed before anything
 * else is done with the answer.
 */
@Component
class TokenRenewal {

    private static final String NEVER_PAIRED = "it was never paired";
    private static final Logger LOG = LoggerFactory.getLogger(TokenRenewal.class);

    private final Folders folders;
    private final Logins logins;
    private final Credentials credentials;
    private final TokenEndpoint endpoint;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    TokenRenewal(
            Folders folders,
            Logins logins,
            Credentials credentials,
            TokenEndpoint endpoint,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.folders = folders;
        this.logins = logins;
        this.credentials = credentials;
        this.endpoint = endpoint;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
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
        Optional<AccessToken> token = Objects.requireNonNull(transactions.execute(running -> {
            Login login = logins.lock(store);
            Optional<AccessToken> fetched = fetchedByAnother(login, refused);
            return fetched.isPresent() || waitsForPairing(login) ? fetched : fetch(login);
        }));
        return token.orElseThrow(() -> Fault.credentials(
                Side.SAGE_X3, "needs-pairing: an admin has to open /oauth2/sage-x3/%s/authorize".formatted(store)));
    }

    /** What X3 has refused is not sent again; but what a change of the settings has made of it is, once. */
    private boolean waitsForPairing(Login login) {
        return login.needsPairing()
                && request(login)
                        .filter(request -> !request.sha256().equals(login.refusedSha256()))
                        .isEmpty();
    }

    private Optional<AccessToken> fetchedByAnother(Login login, @Nullable String refused) {
        Instant until = login.accessUntil();
        if (until == null || !clock.instant().isBefore(until)) {
            return Optional.empty();
        }
        return credentials
                .find(login.store(), CredentialName.SAGE_X3_ACCESS_TOKEN)
                .filter(token -> !token.equals(refused))
                .map(token -> new AccessToken(token, until));
    }

    private Optional<AccessToken> fetch(Login login) {
        Optional<GrantRequest> request = request(login);
        if (request.isEmpty()) {
            return needsPairing(login, NEVER_PAIRED, null);
        }
        TokenReply reply = endpoint.ask(request.get());
        if (reply instanceof TokenReply.Granted granted) {
            if (login.needsPairing()) {
                events.publishEvent(new GrantedAgain(login.store()));
            }
            return Optional.of(keep(login, granted));
        }
        if (reply instanceof TokenReply.Refused refused
                && folders.of(login.store()).auth().isPaired()) {
            return needsPairing(login, refused.words(), request.get().sha256());
        }
        throw Fault.credentials(
                Side.SAGE_X3,
                "Sage's token endpoint refused the client of store %s: %s"
                        .formatted(login.store(), String.valueOf(reply)));
    }

    /** What would be asked now; none where a refresh token is needed and there is none. */
    private Optional<GrantRequest> request(Login login) {
        FolderSettings folder = folders.of(login.store());
        Auth auth = folder.auth();
        Map<String, String> fields = client(login.store(), auth);
        if (auth.type() == Auth.Type.CLIENT_CREDENTIALS) {
            fields.put("grant_type", "client_credentials");
            Optional.ofNullable(auth.audience())
                    .filter(audience -> !audience.isEmpty())
                    .ifPresent(audience -> fields.put("audience", audience));
        } else {
            Optional<String> refresh = credentials
                    .find(login.store(), CredentialName.SAGE_X3_REFRESH_TOKEN)
                    .or(() -> Optional.ofNullable(auth.refreshToken()));
            if (refresh.isEmpty()) {
                return Optional.empty();
            }
            fields.put("grant_type", "refresh_token");
            fields.put("refresh_token", refresh.get());
        }
        return Optional.of(new GrantRequest(url(auth, login.endpointUnder(folder)), auth.tokenRequest(), fields));
    }

    /** Writes down what was granted, in the running transaction, which holds the store's row. */
    AccessToken keep(Login login, TokenReply.Granted granted) {
        AccessToken token = AccessToken.granted(granted.access(), granted.lasts(), clock.instant());
        credentials.put(login.store(), CredentialName.SAGE_X3_ACCESS_TOKEN, granted.access());
        if (granted.refresh() != null) {
            credentials.put(login.store(), CredentialName.SAGE_X3_REFRESH_TOKEN, granted.refresh());
        }
        logins.write(login.granted(token.until(), granted.refresh() == null ? login.refreshedAt() : clock.instant()));
        return token;
    }

    /** Client id and secret, as every token request has them. */
    Map<String, String> client(String store, Auth auth) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", String.valueOf(auth.clientId()));
        fields.put(
                "client_secret",
                credentials
                        .find(store, CredentialName.SAGE_X3_CLIENT_SECRET)
                        .or(() -> Optional.ofNullable(auth.clientSecret()))
                        .orElseThrow(() -> Fault.credentials(
                                Side.SAGE_X3, "store %s has no sage-x3.client-secret".formatted(store))));
        return fields;
    }

    /** Where a pairing named an address, tokens come from there. */
    static URI url(Auth auth, @Nullable String endpoint) {
        return endpoint != null && endpoint.contains("://")
                ? URI.create(endpoint + "/token")
                : Objects.requireNonNull(auth.tokenUrl());
    }

    private Optional<AccessToken> needsPairing(Login login, String words, @Nullable String sha256) {
        LOG.warn("Store {} has to be paired with Sage X3: {}", login.store(), words);
        logins.write(login.refused(clock.instant(), words, sha256));
        return Optional.empty();
    }
}
