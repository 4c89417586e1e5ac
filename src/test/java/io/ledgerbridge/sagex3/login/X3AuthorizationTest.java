package io.ledgerbridge.sagex3.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.ledgerbridge.credentials.StoredSecrets;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.ledger.EntryStatus;
import io.ledgerbridge.ledger.NegativeAmounts;
import io.ledgerbridge.sagex3.CreateOutcome;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.GraphqlSettings;
import io.ledgerbridge.sagex3.LookUpPolicy;
import io.ledgerbridge.sagex3.X3Api;
import io.ledgerbridge.sagex3.templates.EntryHeader;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tokens that a connected application signs for itself. */
public class X3AuthorizationTest {

    private static final String SECRET = "a-secret-of-at-least-32-bytes-for-x3";
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

    @Test
    void areBackDatedAndLastFiveMinutes() throws Exception {
        SignedJWT token = token("/xtrem/api", null);

        assertThat(token.verify(new MACVerifier(SECRET))).isTrue();
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("app");
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("LEDGER");
        assertThat(token.getJWTClaimsSet().getIssueTime()).isEqualTo(NOW.minusSeconds(30));
        assertThat(token.getJWTClaimsSet().getExpirationTime()).isEqualTo(NOW.plusSeconds(270));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "absent",
            value = {
                "/xtrem/api,                 absent,              https://x3.example.com/xtrem/api",
                "/v1/service/{endpoint}/api, absent,              https://x3.example.com/v1/service/SEED/api",
                "/xtrem/api,                 https://registered/, https://registered/",
                "/xtrem/api,                 '',                  ''"
            })
    void areForTheAudienceThatIsSet(String path, @Nullable String audience, String claim) throws Exception {
        assertThat(token(path, audience).getPayload().toJSONObject()).containsEntry("aud", claim);
    }

    @Test
    void isAnotherOnceWhereX3RefusedAFetchedToken() {
        AccessTokens fetched = mock(AccessTokens.class);
        when(fetched.of("us", null)).thenReturn("first", "second");
        X3Authorization authorizations = authorizations(Auth.Type.OAUTH2, fetched);

        Authorization first = authorizations.of("us");
        Authorization second = authorizations.after(first, "us", 401);
        Authorization third = authorizations.after(second, "us", 401);

        assertThat(first).isEqualTo(new Authorization("Bearer first", true, false));
        assertThat(second).isEqualTo(new Authorization("Bearer second", true, true));
        assertThat(third.untried()).isFalse();
        verify(fetched).of("us", "first");
        verify(fetched, never()).of("us", "second");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"OAUTH2, 200", "OAUTH2, 403", "OAUTH2, 500", "OAUTH2, none", "BASIC, 401"})
    void isTriedByAnyOtherAnswer(Auth.Type type, @Nullable Integer status) {
        AccessTokens fetched = mock(AccessTokens.class);
        when(fetched.of("us", null)).thenReturn("first");
        X3Authorization authorizations = authorizations(type, fetched);

        assertThat(authorizations.after(authorizations.of("us"), "us", status).untried())
                .isFalse();
    }

    @Test
    void letsTheReplyOfACreateStandWhereNoOtherTokenCanBeHad() {
        AccessTokens fetched = mock(AccessTokens.class);
        when(fetched.of("us", null)).thenReturn("first");
        when(fetched.of("us", "first")).thenThrow(Fault.credentials(Side.SAGE_X3, "revoked"));
        X3Authorization authorizations = authorizations(Auth.Type.OAUTH2, fetched);
        CreateOutcome refused = new CreateOutcome.CredentialsRefused("401");

        Authorization after = authorizations.afterCreate(authorizations.of("us"), "us", refused);

        assertThat(after.untried()).isFalse();
        assertThat(after.toString()).doesNotContain("first");
    }

    private static X3Authorization authorizations(Auth.Type type, AccessTokens fetched) {
        Auth auth = new Auth(type, "app", SECRET, "LEDGER", "password", null, null, null, Auth.TokenRequest.JSON, null);
        return new X3Authorization(
                new Folders(Map.of("us", folder("SEED", "/xtrem/api", auth))),
                StoredSecrets.NONE,
                fetched,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static SignedJWT token(String path, @Nullable String audience) throws Exception {
        Auth auth = new Auth(
                Auth.Type.CONNECTED_APP,
                "app",
                SECRET,
                "LEDGER",
                null,
                audience,
                null,
                null,
                Auth.TokenRequest.JSON,
                null);
        X3Authorization tokens = new X3Authorization(
                new Folders(Map.of("us", folder("SEED", path, auth))),
                StoredSecrets.NONE,
                mock(AccessTokens.class),
                Clock.fixed(NOW, ZoneOffset.UTC));
        return SignedJWT.parse(tokens.of("us").header().substring("Bearer ".length()));
    }

    public static FolderSettings folder(String endpoint, String graphqlPath, Auth auth) {
        return new FolderSettings(
                X3Api.GRAPHQL,
                URI.create("https://x3.example.com"),
                endpoint,
                auth,
                4,
                Duration.ofSeconds(30),
                LookUpPolicy.ALWAYS,
                1,
                new FolderSettings.Rest("GACCENTRY", "GACCENTRY", "LINES"),
                new GraphqlSettings(graphqlPath, "x3Finance", "journalEntry", "sourceDocument"),
                new FolderSettings.Soap("WSGAS", "LEDGER", "ENG"),
                "routes/sage-x3",
                NegativeAmounts.KEEP,
                new EntryHeader(EntryStatus.TEMPORARY, Set.of(), "BPRVCR"));
    }
}
