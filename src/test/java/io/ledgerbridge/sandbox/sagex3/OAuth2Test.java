package io.ledgerbridge.sandbox.sagex3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerbridge.TestClock;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OAuth2Test {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CALLBACK = "http://localhost:8080/oauth2/sage-x3/us/callback";
    private static final String WHO =
            "\"client_id\":\"%s\",\"client_secret\":\"%s\"".formatted(Access.CLIENT_ID, Access.CLIENT_SECRET);

    private final TestClock clock = new TestClock("2026-11-02T10:00:00Z");
    private final SageX3Sandbox sandbox = SageX3Sandbox.start(0, Ledger.of(Folder.seed()), clock);
    private final X3Client client = new X3Client(sandbox.url());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void pairsByACodeThatWorksOnce() throws Exception {
        sandbox.oauth2().endpointInCallback = "SEED";
        OAuth2.Callback callback = sandbox.oauth2()
                .approve("http://x3/v1/token/authorise?client_id=%s&scope=all&state=s1&redirect_uri=%s"
                        .formatted(Access.CLIENT_ID, CALLBACK));
        assertThat(callback.method()).isEqualTo("POST");
        assertThat(callback.uri()).isEqualTo(CALLBACK);
        assertThat(callback.fields()).containsEntry("state", "s1").containsEntry("endpoint", "SEED");
        String code = callback.fields().get("authorizationCode");
        String exchange = "{\"grant_type\":\"authorization_code\",\"code\":\"%s\",\"redirect_uri\":\"%s\",%s}"
                .formatted(code, CALLBACK, WHO);

        JsonNode tokens = JSON.readTree(token(exchange).body());

        assertThat(tokens.path("expires_in").asInt()).isEqualTo(300);
        assertThat(status(tokens)).isEqualTo(200);
        assertThat(token(exchange).statusCode()).isEqualTo(400);
    }

    @Test
    void replacesARefreshTokenAndCountsTheUseOfADeadOne() throws Exception {
        String first = sandbox.oauth2().issueRefreshToken();
        JsonNode tokens = JSON.readTree(refresh(first).body());

        assertThat(status(tokens)).isEqualTo(200);
        assertThat(refresh(first).statusCode()).isEqualTo(400);
        assertThat(sandbox.oauth2().deadRefreshTokensUsed()).isEqualTo(1);
        assertThat(refresh(tokens.path("refresh_token").asText()).statusCode()).isEqualTo(200);
        assertThat(sandbox.oauth2().liveRefreshTokens()).isEqualTo(1);
    }

    @Test
    void expiresAccessTokensAndSaysSoInBothWays() throws Exception {
        sandbox.oauth2().accessTokensLast = Duration.ofSeconds(2);
        JsonNode tokens =
                JSON.readTree(refresh(sandbox.oauth2().issueRefreshToken()).body());
        assertThat(status(tokens)).isEqualTo(200);

        clock.advance(Duration.ofSeconds(3));

        assertThat(answer(tokens).body()).isEqualTo("{\"message\":\"Unauthorised\"}");
        sandbox.oauth2().plainText401 = true;
        assertThat(answer(tokens).body()).isEqualTo("Error 50: Invalid token");
        assertThat(status(tokens)).isEqualTo(401);
    }

    @Test
    void losesTheNewRefreshTokenWhenTheAnswerIsLost() throws Exception {
        String first = sandbox.oauth2().issueRefreshToken();
        sandbox.faults().next(Call.Kind.TOKEN, Fault.of(Fault.Way.DONE_THEN_SERVER_ERROR));

        assertThat(refresh(first).statusCode()).isEqualTo(500);
        assertThat(refresh(first).statusCode()).isEqualTo(400);
        assertThat(sandbox.statistics().requests(Call.Kind.TOKEN)).isEqualTo(2);
    }

    @Test
    void takesClientCredentialsByFormForTheRightAudience() throws Exception {
        sandbox.oauth2().audience = "https://api.example.com";
        String form = "grant_type=client_credentials&client_id=%s&client_secret=%s&audience="
                .formatted(Access.CLIENT_ID, Access.CLIENT_SECRET);

        JsonNode tokens =
                JSON.readTree(form(form + "https%3A%2F%2Fapi.example.com").body());

        assertThat(tokens.has("refresh_token")).isFalse();
        assertThat(status(tokens)).isEqualTo(200);
        assertThat(form(form + "other").statusCode()).isEqualTo(400);
        assertThat(form(form.replace("secret-of", "secret")).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> refresh(String refreshToken) throws Exception {
        return token("{\"grant_type\":\"refresh_token\",\"refresh_token\":\"%s\",%s}".formatted(refreshToken, WHO));
    }

    private HttpResponse<String> token(String json) throws Exception {
        return client.send(client.request("/v1/service/SEED/token")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private HttpResponse<String> form(String body) throws Exception {
        return client.send(client.request("/v1/token")
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private int status(JsonNode tokens) throws Exception {
        return answer(tokens).statusCode();
    }

    private HttpResponse<String> answer(JsonNode tokens) throws Exception {
        return client.graphQl(
                "{\"query\":\"{__typename}\"}", tokens.path("access_token").asText());
    }
}
