package io.ledgerbridge.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Bench;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who an OpenID provider sends, with the roles that its groups give. */
class OpenIdTest {

    private static OpenIdProvider provider;
    private static Bench bench;

    @BeforeAll
    static void start() throws Exception {
        provider = new OpenIdProvider();
        String client = "spring.security.oauth2.client.";
        bench = Bench.start(Map.of(
                client + "registration.company.client-id",
                OpenIdProvider.CLIENT,
                client + "registration.company.client-secret",
                "secret",
                client + "registration.company.scope",
                "openid",
                client + "provider.company.issuer-uri",
                provider.url(),
                "ledger-bridge.oidc.claim",
                "groups",
                "ledger-bridge.oidc.viewer",
                "staff",
                "ledger-bridge.oidc.operator[0]",
                "night-shift",
                "ledger-bridge.oidc.operator[1]",
                "day-shift"));
    }

    @AfterAll
    static void stop() {
        bench.close();
        provider.close();
    }

    @Test
    void givesTheRolesOfTheGroups() throws Exception {
        provider.put("staff", "football");
        HttpClient viewer = logIn();
        assertThat(get(viewer, "/api/journals")).isEqualTo(200);
        assertThat(get(viewer, "/actuator/hawtio/index.html")).isEqualTo(403);

        provider.put("day-shift");
        assertThat(get(logIn(), "/api/journals")).isEqualTo(200);

        provider.put("admin");
        assertThat(get(logIn(), "/actuator/hawtio/index.html")).isEqualTo(200);
    }

    @Test
    void givesNoRoleWithoutAGroupOfOurs() throws Exception {
        provider.put("football", "viewer");

        assertThat(get(logIn(), "/api/journals")).isEqualTo(403);
    }

    @Test
    void stillTakesAUserOfTheSettings() throws Exception {
        assertThat(bench.get("/api/journals", "application/json").statusCode()).isEqualTo(200);
    }

    /** A browser that has been to the provider and back. */
    private static HttpClient logIn() throws IOException, InterruptedException {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        get(browser, "/oauth2/authorization/company");
        return browser;
    }

    private static int get(HttpClient browser, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(bench.uri(path))
                .header("Accept", "text/html, application/json;q=0.9")
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
}
