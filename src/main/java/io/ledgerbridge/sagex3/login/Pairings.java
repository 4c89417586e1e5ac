package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.Sha256;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a person pair a store with Sage X3, which then gives the store its refresh token. What was begun in one process
 * may be answered in another.
 */
@Component
public class Pairings {

    /** The pattern of an endpoint's name; dots alone would lead elsewhere in a path. */
    public static final String ENDPOINT_NAME = "(?!\\.+$)[A-Za-z0-9_.-]{1,60}";

    private static final Logger LOG = LoggerFactory.getLogger(Pairings.class);
    /** Of a user, as the row takes it: an OpenID provider's names are as long as it likes. */
    private static final int LONGEST_NAME = 250;

    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(10);

    /** The store's own chain in the audit trail. */
    private static final long NO_ORDER = 0;

    private final Folders folders;
    private final Logins logins;
    private final TokenRenewal renewal;
    private final TokenRequests requests;
    private final TokenWrites writes;
    private final TokenEndpoint tokenEndpoint;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Pairings(
            Folders folders,
            Logins logins,
            TokenRenewal renewal,
            TokenRequests requests,
            TokenWrites writes,
            TokenEndpoint tokenEndpoint,
            AuditTrail audit,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Clock clock) {
        this.folders = folders;
        this.logins = logins;
        this.renewal = renewal;
        this.requests = requests;
        this.writes = writes;
        this.tokenEndpoint = tokenEndpoint;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Begins a pairing.
     *
     * @param callback where X3 is to send its answer
     * @return X3's page, where a person consents
     * @throws PairingRefused where the store doesn't log in by OAuth2
     */
    @Transactional
    public URI begin(String store, URI callback, String user) {
        Auth auth = auth(store);
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("DELETE FROM x3_pairing WHERE ends_at <= :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("INSERT INTO x3_pairing (state_sha256, store, begun_by, ends_at) VALUES (:state, :store, :user, :end)")
                .param("state", Sha256.of(state))
                .param("store", store)
                .param("user", user.length() > LONGEST_NAME ? user.substring(0, LONGEST_NAME) : user)
                .param("end", clock.instant().plus(ANSWERED_WITHIN).atOffset(ZoneOffset.UTC))
                .update();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", String.valueOf(auth.clientId()));
        query.put("redirect_uri", callback.toString());
        query.put("state", state);
        String page = Objects.requireNonNull(auth.authorizeUrl()).toString();
        return URI.create(page + (page.contains("?") ? "&" : "?") + TokenEndpoint.form(query));
    }

    /**
     * Takes X3's answer: its code becomes the first tokens, and the store's orders go on at once.
     *
     * @param endpoint named by X3, to be used until the next pairing, or until the settings that it replaces are changed
     * @throws PairingRefused where the state isn't one that was given out, not longer ago than ten minutes and not used
     *     before, or where X3 doesn't take the code
     */
    public void answered(String store, String state, String code, @Nullable String endpoint, URI callback) {
        Auth auth = auth(store);
        String user = used(store, state);
        String named = named(auth, endpoint);
        Map<String, String> fields = requests.client(store, auth);
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", callback.toString());
        Instant now = clock.instant();
        TokenReply reply =
                tokenEndpoint.ask(new GrantRequest(TokenRequests.url(auth, named), auth.tokenRequest(), fields));
        if (!(reply instanceof TokenReply.Granted granted) || granted.refresh() == null) {
            throw new PairingRefused("Sage X3 gave no tokens for its code: " + reply);
        }
        writes.persistWithRetry(() -> {
            paired(store, named, granted, now, user);
            return true;
        });
        LOG.info("Store {} is paired with Sage X3", store);
    }

    /** A refresh token was stored by hand, where pairing was done elsewhere; the running transaction goes on. */
    @Transactional
    public void pairedElsewhere(String store) {
        logins.lock(store);
        logins.write(Login.paired(store, null, null).granted(null, clock.instant()));
    }

    /** The client's secret was stored, for want of which the refresh token may have been refused: both are tried again. */
    @Transactional
    public void tryAgain(String store) {
        Login login = logins.lock(store);
        logins.write(login.toBeTriedAgain());
    }

    /** Whether a store is one that has to be paired at all. */
    public boolean isPaired(String store) {
        return folders.find(store)
                .filter(folder -> folder.auth().type() == Auth.Type.OAUTH2)
                .isPresent();
    }

    /** Warns of each store whose refresh token ends soon, that needs pairing, or whose endpoint of then is ignored. */
    public void warn() {
        folders.all().keySet().stream().filter(this::isPaired).forEach(this::warn);
    }

    private void warn(String store) {
        Login login = logins.find(store).orElseGet(() -> Login.unknown(store));
        if (login.needsPairing()) {
            LOG.warn("Store {} has needed pairing since {}; its orders wait", store, login.needsPairingSince());
        } else if (login.endsSoon(clock.instant())) {
            LOG.warn("The refresh token of store {} ends at {}; pair it again", store, login.refreshTokenEndsAt());
        }
        FolderSettings folder = folders.of(store);
        if (login.endpoint() != null && login.endpointUnder(folder) == null) {
            LOG.warn(
                    "Store {} ignores endpoint {}, which X3 named while endpoint|token-url were {}; now they are {}: pair it again if X3 is to name one for them",
                    store,
                    login.endpoint(),
                    login.namedUnder(),
                    folder.namedUnder());
        }
    }

    private void paired(
            String store, @Nullable String endpoint, TokenReply.Granted granted, Instant asked, String user) {
        logins.lock(store);
        renewal.keep(Login.paired(store, endpoint, folders.of(store).namedUnder()), granted, asked);
        audit.append(
                store, NO_ORDER, "x3-paired", null, Map.of("by", user, "endpoint", endpoint == null ? "" : endpoint));
    }

    private Auth auth(String store) {
        return folders.find(store)
                .map(FolderSettings::auth)
                .filter(auth -> auth.type() == Auth.Type.OAUTH2)
                .orElseThrow(() -> new PairingRefused("Store %s doesn't log in by oauth2".formatted(store)));
    }

    /** Whoever deletes the row has used the state; nobody can after that. */
    private String used(String store, String state) {
        return Objects.requireNonNull(transactions.execute(running -> {
            String user = jdbc.sql("SELECT begun_by FROM x3_pairing WHERE state_sha256 = :state AND store = :store")
                    .param("state", Sha256.of(state))
                    .param("store", store)
                    .query(String.class)
                    .optional()
                    .orElseThrow(Pairings::unknownState);
            int used = jdbc.sql("""
                            DELETE FROM x3_pairing
                            WHERE state_sha256 = :state AND store = :store AND ends_at > :now""")
                    .param("state", Sha256.of(state))
                    .param("store", store)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            if (used == 0) {
                throw unknownState();
            }
            return user;
        }));
    }

    private static PairingRefused unknownState() {
        return new PairingRefused("This pairing is unknown, answered, or older than ten minutes; begin it again");
    }

    /** A name, or an address of the host that tokens come from: our client secret goes nowhere else. */
    private static @Nullable String named(Auth auth, @Nullable String endpoint) {
        if (endpoint == null || endpoint.isBlank()) {
            return null;
        }
        String plain = endpoint.strip().replaceFirst("/+$", "");
        if (plain.matches(ENDPOINT_NAME) || isOfTheSameHost(auth, plain)) {
            return plain;
        }
        throw new PairingRefused("The endpoint in the answer is neither a name nor an address of the token-url's host");
    }

    private static boolean isOfTheSameHost(Auth auth, String endpoint) {
        try {
            URI known = Objects.requireNonNull(auth.tokenUrl());
            URI given = URI.create(endpoint);
            return endpoint.length() <= 300
                    && Objects.equals(known.getScheme(), given.getScheme())
                    && Objects.equals(known.getRawAuthority(), given.getRawAuthority())
                    && given.getRawQuery() == null
                    && given.getRawFragment() == null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
