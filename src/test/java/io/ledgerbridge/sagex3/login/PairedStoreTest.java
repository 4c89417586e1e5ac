package io.ledgerbridge.sagex3.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.stores.StoreTrail;
import io.ledgerbridge.credentials.CredentialName;
import io.ledgerbridge.credentials.Credentials;
import io.ledgerbridge.credentials.EncryptionKey;
import io.ledgerbridge.database.WritersInTurn;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.logging.KnownSecrets;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.calls.Calls;
import io.ledgerbridge.work.StoreBackOff;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A store paired by OAuth2, and processes that come to its row with the settings of their start. */
@OnEachDatabase
class PairedStoreTest {

    private static final URI CALLBACK = URI.create("https://bridge.example.com/oauth2/sage-x3/us/callback");
    private static final URI TOKEN_URL = URI.create("https://login.example.com/v1/token");
    private static final URI OTHER_TOKEN_URL = URI.create("https://login.example.com/v2/token");
    private static final Auth REFUSED = auth(TOKEN_URL, "app", "secret", Auth.TokenRequest.JSON, "refresh");
    private static final String NAMED_URL = "https://login.example.com/v1/service/NAMED";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Pairings.class);
    private final Database database;
    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final AnnotationConfigApplicationContext beans;
    private final TokenEndpoint x3 = mock(TokenEndpoint.class);
    private final List<URI> asked = new ArrayList<>();
    private final Queue<Runnable> happenings = new ConcurrentLinkedQueue<>();
    private boolean refusing;
    private TokenReply.@Nullable Granted granting;

    PairedStoreTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                clock,
                TokenStates.class,
                AuditTrail.class,
                StoreTrail.class,
                Credentials.class,
                StoreBackOff.class,
                Key.class);
    }

    @BeforeEach
    void empty() {
        log.start();
        logger.addAppender(log);
        database.clear();
        when(x3.ask(any())).thenAnswer(call -> {
            asked.add(call.<GrantRequest>getArgument(0).url());
            TokenReply reply = refusing ? new TokenReply.Refused("invalid_grant") : granted();
            Optional.ofNullable(happenings.poll()).ifPresent(Runnable::run);
            return reply;
        });
    }

    @AfterEach
    void close() {
        logger.detachAppender(log);
        beans.close();
    }

    @Test
    void isCalledAtTheEndpointThatX3NamedWhileTheSettingsStay() {
        pair(process("SEED", TOKEN_URL), "NAMED");

        assertThat(process("SEED", TOKEN_URL).endpoint()).isEqualTo("NAMED");
        assertThat(process("OTHER", TOKEN_URL).endpoint()).isEqualTo("OTHER");
        assertThat(process("SEED", OTHER_TOKEN_URL).endpoint()).isEqualTo("SEED");
        assertThat(process("SEED", TOKEN_URL).endpoint()).isEqualTo("NAMED");
    }

    @Test
    void isCalledAtTheSettingsEndpointAfterAPairingThatNamesNone() {
        pair(process("SEED", TOKEN_URL), "NAMED");
        pair(process("SEED", TOKEN_URL), null);

        assertThat(process("SEED", TOKEN_URL).endpoint()).isEqualTo("SEED");
    }

    @Test
    void isCalledAtTheSettingsEndpointAfterAPairingElsewhere() {
        Running process = process("SEED", TOKEN_URL);
        pair(process, "NAMED");
        transactions().executeWithoutResult(running -> process.pairings().pairedElsewhere("us"));

        assertThat(process("SEED", TOKEN_URL).endpoint()).isEqualTo("SEED");
    }

    /** As rows from before the settings were written down are. */
    @Test
    void isCalledAtTheEndpointThatX3NamedUnderSettingsThatNobodyKnows() {
        pair(process("SEED", TOKEN_URL), "NAMED");
        beans.getBean(JdbcClient.class)
                .sql("UPDATE x3_login SET named_under = NULL")
                .update();

        assertThat(process("OTHER", OTHER_TOKEN_URL).endpoint()).isEqualTo("NAMED");
    }

    @Test
    void getsItsTokensAtTheAddressThatX3NamedWhileTheSettingsStay() {
        pair(process("SEED", TOKEN_URL), NAMED_URL);
        for (Running process :
                List.of(process("SEED", TOKEN_URL), process("SEED", OTHER_TOKEN_URL), process("OTHER", TOKEN_URL))) {
            clock.advance(Duration.ofMinutes(5));
            process.renewal().renew("us", null);
        }

        URI named = URI.create(NAMED_URL + "/token");
        assertThat(asked).containsExactly(named, named, OTHER_TOKEN_URL, TOKEN_URL);
    }

    @Test
    void isWarnedOfWhereAnEndpointIsIgnored() {
        pair(process("SEED", TOKEN_URL), "NAMED");
        process("SEED", TOKEN_URL).pairings().warn();
        assertThat(warnings()).isEmpty();

        Running process = process("OTHER", TOKEN_URL);
        process.endpoint();
        process.pairings().warn();

        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("us", "NAMED", "SEED|" + TOKEN_URL, "OTHER|" + TOKEN_URL, "pair");
    }

    private List<String> warnings() {
        return log.list.stream()
                .filter(line -> line.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    static List<Auth> mended() {
        return List.of(
                auth(OTHER_TOKEN_URL, "app", "secret", Auth.TokenRequest.JSON, "refresh"),
                auth(TOKEN_URL, "other-app", "secret", Auth.TokenRequest.JSON, "refresh"),
                auth(TOKEN_URL, "app", "other-secret", Auth.TokenRequest.JSON, "refresh"),
                auth(TOKEN_URL, "app", "secret", Auth.TokenRequest.FORM, "refresh"),
                auth(TOKEN_URL, "app", "secret", Auth.TokenRequest.JSON, "other-refresh"));
    }

    @ParameterizedTest
    @MethodSource("mended")
    void asksX3OnceMoreWhenItsSettingsAreMended(Auth mended) {
        refusing = true;
        Instant refused = clock.instant();
        for (int call = 1; call <= 3; call++) {
            assertNeedsPairing(process(REFUSED));
        }
        assertThat(asked).hasSize(1);

        clock.advance(Duration.ofHours(1));
        for (int call = 1; call <= 3; call++) {
            assertNeedsPairing(process(mended));
        }
        assertThat(asked).hasSize(2);
        assertThat(login()).returns(refused, TokenState::needsPairingSince);

        refusing = false;
        assertNeedsPairing(process(mended));
        assertThat(asked).hasSize(2);
        process(REFUSED).renewal().renew("us", null);
        assertThat(login()).returns(false, TokenState::needsPairing);
    }

    @Test
    void asksX3OnceMoreWhenItsClientSecretIsStoredAgain() {
        refusing = true;
        Running process = process(REFUSED);
        assertNeedsPairing(process);
        transactions().executeWithoutResult(running -> process.pairings().tryAgain("us"));
        assertThat(login()).returns(true, TokenState::needsPairing);
        assertNeedsPairing(process);
        assertNeedsPairing(process);

        assertThat(asked).hasSize(2);
    }

    @Test
    void asksX3OnceItHasARefreshTokenAtAll() {
        Auth none = auth(TOKEN_URL, "app", "secret", Auth.TokenRequest.JSON, null);
        assertNeedsPairing(process(none));
        assertNeedsPairing(process(none));
        assertThat(asked).isEmpty();

        assertThat(process(REFUSED).renewal().renew("us", null).value()).isEqualTo("access-1");
    }

    @Test
    void needsNoPairingOnceItLogsInByClientCredentials() {
        refusing = true;
        assertNeedsPairing(process(REFUSED));
        refusing = false;
        Auth auth = new Auth(
                Auth.Type.CLIENT_CREDENTIALS,
                "app",
                "secret",
                null,
                null,
                null,
                null,
                TOKEN_URL,
                Auth.TokenRequest.JSON,
                null);

        assertThat(process(auth).renewal().renew("us", null).value()).isEqualTo("access-2");
    }

    /** As rows from before it was written down are. */
    @Test
    void asksX3OnceMoreWhereWhatWasRefusedIsNotKnown() {
        refusing = true;
        assertNeedsPairing(process(REFUSED));
        beans.getBean(JdbcClient.class)
                .sql("UPDATE x3_login SET refused_sha256 = NULL")
                .update();
        assertNeedsPairing(process(REFUSED));
        assertNeedsPairing(process(REFUSED));

        assertThat(asked).hasSize(2);
    }

    @Test
    void hasItsOrdersWaitNoLongerOnceX3TakesWhatWasMended() {
        StoreBackOff connections = beans.getBean(StoreBackOff.class);
        refusing = true;
        assertNeedsPairing(process(REFUSED));
        connections.failed("us", Side.BIGCOMMERCE, "HTTP 401");
        connections.failed("us", Side.SAGE_X3, "needs-pairing");
        assertNeedsPairing(process(mended().get(0)));
        assertThat(connections.current()).hasSize(2);

        refusing = false;
        process(mended().get(1)).renewal().renew("us", null);

        assertThat(connections.current())
                .extracting(StoreBackOff.SideBackOff::side)
                .containsExactly(Side.BIGCOMMERCE);
    }

    @Test
    void showsNoTokenFromBeforeItWasPairedAgainInAnyProcess() {
        Running one = process("SEED", TOKEN_URL);
        Running other = process("SEED", TOKEN_URL);
        pair(one, null);
        assertThat(one.token()).isEqualTo("access-1");
        assertThat(other.token()).isEqualTo("access-1");

        pair(one, "NAMED");

        assertThat(other.endpoint()).isEqualTo("NAMED");
        assertThat(other.token()).isEqualTo("access-2");
        assertThat(one.token()).isEqualTo("access-2");
        assertThat(asked).hasSize(2);
    }

    @Test
    void showsNoTokenFromBeforeItWasPairedElsewhereInAnyProcess() {
        Running one = process("SEED", TOKEN_URL);
        Running other = process("SEED", TOKEN_URL);
        pair(one, null);
        one.token();
        other.token();

        transactions().executeWithoutResult(running -> one.pairings().pairedElsewhere("us"));

        assertThat(other.token()).isEqualTo("access-2");
        assertThat(one.token()).isEqualTo("access-2");
    }

    @Test
    void fetchesATokenOnceForAllProcessesUntilItEnds() {
        Running one = process("SEED", TOKEN_URL);
        Running other = process("SEED", TOKEN_URL);
        pair(one, null);
        clock.advance(Duration.ofSeconds(269));
        assertThat(one.token()).isEqualTo("access-1");

        clock.advance(Duration.ofSeconds(1));
        assertThat(one.token()).isEqualTo("access-2");
        assertThat(other.token()).isEqualTo("access-2");
        assertThat(other.tokens().of("us", "access-2")).isEqualTo("access-3");
        assertThat(one.tokens().of("us", "access-2")).isEqualTo("access-3");
        assertThat(asked).hasSize(3);
    }

    @Test
    void hasNoTransactionUnderWayWhileX3IsAsked() {
        Running process = process(REFUSED);
        meanwhile(() -> assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                .isFalse());

        assertThat(process.token()).isEqualTo("access-1");
    }

    @Test
    void hasOneProcessAskAndTheOthersWait() {
        Running other = process(REFUSED);
        List<CompletableFuture<String>> waiting = new ArrayList<>();
        meanwhile(() -> {
            CompletableFuture<String> token = CompletableFuture.supplyAsync(other::token);
            assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> token.get(300, TimeUnit.MILLISECONDS));
            waiting.add(token);
        });

        assertThat(process(REFUSED).token()).isEqualTo("access-1");

        assertThat(waiting).singleElement().returns("access-1", CompletableFuture::join);
        assertThat(asked).hasSize(1);
    }

    @Test
    void hasAnotherProcessAskWhereTheFirstNeverComesBack() {
        Running other = process(REFUSED);
        meanwhile(() -> {
            clock.advance(Duration.ofSeconds(45));
            assertThat(other.token()).isEqualTo("access-2");
        });

        assertThat(process(REFUSED).token()).isEqualTo("access-2");
    }

    @Test
    void keepsWhatItIsPairedWithMeanwhile() {
        Running other = process(REFUSED);
        meanwhile(() -> {
            clock.advance(Duration.ofMillis(1));
            pair(other, null);
        });

        assertThat(process(REFUSED).token()).isEqualTo("access-2");
        assertThat(beans.getBean(Credentials.class).find("us", CredentialName.SAGE_X3_REFRESH_TOKEN))
                .contains("refresh-2");
    }

    /** Some servers give a client the token that it has, and it is X3 that doesn't take it. */
    @Test
    void showsWhatItIsGrantedThoughX3HasRefusedThat() {
        Running process = process(REFUSED);
        granting = new TokenReply.Granted("access", "refresh-2", Duration.ofMinutes(5));
        assertThat(process.token()).isEqualTo("access");

        assertThat(process.tokens().of("us", "access")).isEqualTo("access");

        assertThat(asked).hasSize(2);
    }

    @Test
    void losesNoRefreshTokenThoughItsThreadIsTold() {
        TransactionTemplate inTurn =
                new TransactionTemplate(new WritersInTurn(database.source(), Duration.ofSeconds(5)));
        meanwhile(() -> Thread.currentThread().interrupt());

        assertThat(process(folder("SEED", REFUSED), inTurn).token()).isEqualTo("access-1");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(beans.getBean(Credentials.class).find("us", CredentialName.SAGE_X3_REFRESH_TOKEN))
                .contains("refresh-1");
    }

    @Test
    void asksNobodyWhereItsTurnIsAsGoodAsOver() {
        Running process = process(folder("SEED", REFUSED), slow(Duration.ofSeconds(16)));

        assertThat(process.token()).isEqualTo("access-1");

        assertThat(asked).hasSize(1);
    }

    /** The first transaction takes so long, and then the others wait until its turn is over. */
    private TransactionTemplate slow(Duration first) {
        Queue<Duration> delays = new ConcurrentLinkedQueue<>(List.of(first, Duration.ofSeconds(45)));
        return new TransactionTemplate(transactions().getTransactionManager()) {
            @Override
            public <T> @Nullable T execute(TransactionCallback<T> action) {
                T result = super.execute(action);
                Optional.ofNullable(delays.poll()).ifPresent(clock::advance);
                return result;
            }
        };
    }

    /** The other has shown the token that the first one's request has killed. */
    @Test
    void keepsALateAnswerThoughAnotherProcessWasRefused() {
        Running other = process(REFUSED);
        meanwhile(() -> {
            clock.advance(Duration.ofSeconds(45));
            refusing = true;
            assertNeedsPairing(other);
            refusing = false;
        });

        assertThat(process(REFUSED).token()).isEqualTo("access-1");

        assertThat(login()).returns(false, TokenState::needsPairing);
        assertThat(other.token()).isEqualTo("access-1");
    }

    @Test
    void asksAgainAtOnceAfterNoAnswerAtAll() {
        Running process = process(REFUSED);
        meanwhile(() -> {
            throw Fault.passing("no answer", null);
        });
        assertThatExceptionOfType(Fault.class).isThrownBy(process::token).withMessageContaining("no answer");

        assertThat(process.token()).isEqualTo("access-2");
    }

    @Test
    void losesNoRefreshTokenThoughTheDatabaseIsAwayWhenItComes() {
        AtomicInteger away = new AtomicInteger();
        TransactionTemplate failing = new TransactionTemplate(transactions().getTransactionManager()) {
            @Override
            public <T> @Nullable T execute(TransactionCallback<T> action) {
                if (away.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    throw new CannotCreateTransactionException("the database is away");
                }
                return super.execute(action);
            }
        };
        meanwhile(() -> away.set(3));

        assertThat(process(folder("SEED", REFUSED), failing).token()).isEqualTo("access-1");

        assertThat(beans.getBean(Credentials.class).find("us", CredentialName.SAGE_X3_REFRESH_TOKEN))
                .contains("refresh-1");
    }

    /** What happens while X3 has the next request. */
    private void meanwhile(Runnable happening) {
        happenings.add(happening);
    }

    private static void assertNeedsPairing(Running process) {
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> process.renewal().renew("us", null))
                .withMessageContaining("needs-pairing");
    }

    private TokenState login() {
        return beans.getBean(TokenStates.class).find("us").orElseThrow();
    }

    private TransactionTemplate transactions() {
        return beans.getBean(TransactionTemplate.class);
    }

    private void pair(Running process, @Nullable String endpoint) {
        String page = process.flow().begin("us", CALLBACK, "anna").toString();
        String state = page.substring(page.indexOf("state=") + "state=".length());
        process.flow().answered("us", state, "code", endpoint, CALLBACK);
    }

    private TokenReply granted() {
        if (granting != null) {
            return granting;
        }
        return new TokenReply.Granted("access-" + asked.size(), "refresh-" + asked.size(), Duration.ofMinutes(5));
    }

    /** What of a process has to do with pairing. */
    private record Running(
            Pairings pairings,
            AuthorizationCodeFlow flow,
            TokenRenewal renewal,
            AccessTokens tokens,
            PairedFolders folders) {

        String endpoint() {
            return folders.of("us").endpoint();
        }

        String token() {
            return tokens.of("us", null);
        }
    }

    private Running process(String endpoint, URI tokenUrl) {
        return process(folder(endpoint, auth(tokenUrl, "app", "secret", Auth.TokenRequest.JSON, null)));
    }

    private Running process(Auth auth) {
        return process(folder("SEED", auth));
    }

    private Running process(FolderSettings folder) {
        return process(folder, transactions());
    }

    private Running process(FolderSettings folder, TransactionTemplate transactions) {
        Folders folders = new Folders(Map.of("us", folder));
        TokenStates logins = beans.getBean(TokenStates.class);
        JdbcClient jdbc = beans.getBean(JdbcClient.class);
        TokenRequests requests = new TokenRequests(folders, beans.getBean(Credentials.class));
        TokenWrites writes = new TokenWrites(transactions);
        TokenStore tokens = new TokenStore(logins, beans.getBean(Credentials.class), clock::instant);
        TokenLeases leases = new TokenLeases(logins, requests, tokens, clock::instant);
        TokenFetch fetch = new TokenFetch(
                folders,
                x3,
                leases,
                new TokenAnswers(folders, logins, tokens, beans, clock::instant),
                writes,
                new Calls(folders, new SimpleMeterRegistry(), new Words(new KnownSecrets()), clock),
                clock::instant);
        TokenRenewal renewal = new TokenRenewal(tokens, leases, fetch, transactions);
        AuthorizationCodeFlow flow = new AuthorizationCodeFlow(
                folders,
                new PairingStates(jdbc, clock),
                requests,
                x3,
                tokens,
                new TokenWrites(transactions()),
                beans.getBean(StoreTrail.class),
                clock);
        return new Running(
                new Pairings(folders, logins, clock),
                flow,
                renewal,
                new FetchedTokens(tokens, renewal),
                new PairedFolders(folders, logins));
    }

    private static Auth auth(
            URI tokenUrl, String clientId, String secret, Auth.TokenRequest request, @Nullable String refreshToken) {
        return new Auth(
                Auth.Type.OAUTH2,
                clientId,
                secret,
                null,
                null,
                null,
                URI.create("https://login.example.com/v1/token/authorise"),
                tokenUrl,
                request,
                refreshToken);
    }

    private static FolderSettings folder(String endpoint, Auth auth) {
        return X3AuthorizationTest.folder(endpoint, "/xtrem/api", auth);
    }

    static class Key {

        @Bean
        EncryptionKey key() {
            return new EncryptionKey(Base64.getEncoder().encodeToString(new byte[32]));
        }
    }
}
