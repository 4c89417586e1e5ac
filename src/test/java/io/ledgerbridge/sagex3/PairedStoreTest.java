package io.ledgerbridge.sagex3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.credentials.Credentials;
import io.ledgerbridge.credentials.EncryptionKey;
import io.ledgerbridge.ledger.NegativeAmounts;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A store paired by OAuth2, and processes that come to its row with the settings of their start. */
@OnEachDatabase
@ExtendWith(OutputCaptureExtension.class)
class PairedStoreTest {

    private static final URI CALLBACK = URI.create("https://bridge.example.com/oauth2/sage-x3/us/callback");
    private static final URI TOKEN_URL = URI.create("https://login.example.com/v1/token");
    private static final URI OTHER_TOKEN_URL = URI.create("https://login.example.com/v2/token");
    private static final String NAMED_URL = "https://login.example.com/v1/service/NAMED";

    private final Database database;
    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final AnnotationConfigApplicationContext beans;
    private final TokenEndpoint x3 = mock(TokenEndpoint.class);
    private final List<URI> asked = new ArrayList<>();

    PairedStoreTest(Database database) {
        this.database = database;
        this.beans = database.beans(clock, Logins.class, AuditTrail.class, Credentials.class, Key.class);
    }

    @BeforeEach
    void empty() {
        database.clear();
        when(x3.ask(any(), any(), any())).thenAnswer(call -> {
            asked.add(call.getArgument(0));
            return granted();
        });
    }

    @AfterEach
    void close() {
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
        beans.getBean(TransactionTemplate.class)
                .executeWithoutResult(running -> process.pairings().pairedElsewhere("us"));

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
    void isWarnedOfWhereAnEndpointIsIgnored(CapturedOutput log) {
        pair(process("SEED", TOKEN_URL), "NAMED");
        process("SEED", TOKEN_URL).pairings().warn();
        assertThat(log).doesNotContain("WARN");

        Running process = process("OTHER", TOKEN_URL);
        process.endpoint();
        process.pairings().warn();

        assertThat(log.getOut().lines().filter(line -> line.contains("WARN")))
                .singleElement()
                .asString()
                .contains("us", "NAMED", "SEED|" + TOKEN_URL, "OTHER|" + TOKEN_URL, "pair");
    }

    private void pair(Running process, @Nullable String endpoint) {
        String page = process.pairings().begin("us", CALLBACK, "anna").toString();
        String state = page.substring(page.indexOf("state=") + "state=".length());
        process.pairings().answered("us", state, "code", endpoint, CALLBACK);
    }

    private TokenReply granted() {
        return new TokenReply.Granted("access-" + asked.size(), "refresh-" + asked.size(), Duration.ofMinutes(5));
    }

    /** What of a process has to do with pairing. */
    private record Running(Pairings pairings, TokenRenewal renewal, PairedFolders folders) {

        String endpoint() {
            return folders.of("us").endpoint();
        }
    }

    private Running process(String endpoint, URI tokenUrl) {
        Folders folders = new Folders(Map.of("us", folder(endpoint, tokenUrl)));
        Logins logins = beans.getBean(Logins.class);
        JdbcClient jdbc = beans.getBean(JdbcClient.class);
        TransactionTemplate transactions = beans.getBean(TransactionTemplate.class);
        TokenRenewal renewal =
                new TokenRenewal(folders, logins, beans.getBean(Credentials.class), x3, transactions, clock);
        return new Running(
                new Pairings(folders, logins, renewal, x3, beans.getBean(AuditTrail.class), jdbc, transactions, clock),
                renewal,
                new PairedFolders(folders, logins));
    }

    private static FolderSettings folder(String endpoint, URI tokenUrl) {
        Auth auth = new Auth(
                Auth.Type.OAUTH2,
                "app",
                "secret",
                null,
                null,
                null,
                URI.create("https://login.example.com/v1/token/authorise"),
                tokenUrl,
                Auth.TokenRequest.JSON,
                null);
        return new FolderSettings(
                FolderSettings.X3Api.GRAPHQL,
                URI.create("https://x3.example.com"),
                endpoint,
                auth,
                4,
                Duration.ofSeconds(30),
                LookUp.ALWAYS,
                new FolderSettings.Rest("GACCENTRY", "GACCENTRY", "LINES"),
                new FolderSettings.Graphql("/xtrem/api", "x3Finance", "journalEntry", "sourceDocument"),
                new FolderSettings.Soap("WSGAS", "LEDGER", "ENG"),
                "routes/sage-x3",
                NegativeAmounts.KEEP);
    }

    static class Key {

        @Bean
        EncryptionKey key() {
            return new EncryptionKey(Base64.getEncoder().encodeToString(new byte[32]));
        }
    }
}
