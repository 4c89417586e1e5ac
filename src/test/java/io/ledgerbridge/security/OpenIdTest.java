package io.ledgerbridge.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

/** Who an OpenID provider sends, with the roles that its groups give; also through an ingress. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class OpenIdTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static OpenIdProvider provider;
    private static Bench bench;

    /** The program starts while the provider is away. */
    @BeforeAll
    static void start() throws Exception {
        provider = new OpenIdProvider();
        provider.beAway(true);
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

    @BeforeEach
    void isThere() {
        provider.beAway(false);
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
    void asksAProviderThatIsAwayAgainUntilItAnswers() {
        OpenIdProviders providers = new OpenIdProviders(properties());
        provider.beAway(true);
        assertThat(providers).extracting(ClientRegistration::getRegistrationId).containsExactly("company");
        assertThat(providers.findByRegistrationId("nobody")).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> providers.findByRegistrationId("company"));

        provider.beAway(false);
        assertThat(providers.findByRegistrationId("company"))
                .extracting(company -> company.getProviderDetails().getAuthorizationUri())
                .isEqualTo(provider.url() + "/authorize");
    }

    @Test
    void asksNoProviderForTheSakeOfAnother() throws Exception {
        OAuth2ClientProperties properties = properties();
        try (OpenIdProvider gone = new OpenIdProvider()) {
            add(properties, "gone", gone.url());
            gone.beAway(true);
            OpenIdProviders providers = new OpenIdProviders(properties);

            assertThat(providers.findByRegistrationId("company"))
                    .extracting(ClientRegistration::getRegistrationId)
                    .isEqualTo("company");
            assertThatIllegalArgumentException().isThrownBy(() -> providers.findByRegistrationId("gone"));
        }
    }

    private static OAuth2ClientProperties properties() {
        OAuth2ClientProperties properties = new OAuth2ClientProperties();
        add(properties, "company", provider.url());
        return properties;
    }

    private static void add(OAuth2ClientProperties properties, String id, String issuer) {
        OAuth2ClientProperties.Registration registration = new OAuth2ClientProperties.Registration();
        registration.setClientId(OpenIdProvider.CLIENT);
        properties.getRegistration().put(id, registration);
        OAuth2ClientProperties.Provider where = new OAuth2ClientProperties.Provider();
        where.setIssuerUri(issuer);
        properties.getProvider().put(id, where);
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

    @Test
    void sendsPeopleBackToWhereTheIngressSaysTheyCameTo() throws Exception {
        HttpResponse<String> toProvider = throughIngress("/oauth2/authorization/company");
        HttpResponse<String> toLogin = throughIngress("/");

        assertThat(toProvider.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place)
                        .startsWith(provider.url())
                        .contains("redirect_uri=https://bridge.example.com/login/oauth2/code/company"));
        assertThat(toLogin.headers().firstValue("Location")).hasValue("https://bridge.example.com/login");
    }

    @Test
    void keepsTheSessionToHttpsWhereTheIngressHasIt() throws Exception {
        HttpResponse<String> byHttps = throughIngress("/login");
        HttpResponse<String> byHttp = HTTP.send(page("/login").build(), HttpResponse.BodyHandlers.ofString());

        assertThat(byHttps.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("; Secure", "; HttpOnly", "; SameSite=Lax"));
        assertThat(byHttps.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(byHttp.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).doesNotContain("Secure"));
    }

    @Test
    void countsWrongPasswordsByTheAddressBehindTheIngress() throws Exception {
        for (int guess = 0; guess < FailedLogins.FROM_ONE_ADDRESS; guess++) {
            assertThat(statusFrom("203.0.113.1", "wrong")).isEqualTo(401);
        }

        assertThat(statusFrom("203.0.113.1", "admin")).isEqualTo(401);
        assertThat(statusFrom("203.0.113.2", "admin")).isEqualTo(200);
    }

    private static int statusFrom(String address, String password) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(bench.uri("/api/journals"))
                .header("Authorization", "Basic " + login)
                .header("X-Forwarded-For", address);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static HttpResponse<String> throughIngress(String path) throws IOException, InterruptedException {
        return HTTP.send(
                page(path)
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "bridge.example.com")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
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
        return browser.send(page(path).build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static HttpRequest.Builder page(String path) {
        return HttpRequest.newBuilder(bench.uri(path)).header("Accept", "text/html, application/json;q=0.9");
    }
}
