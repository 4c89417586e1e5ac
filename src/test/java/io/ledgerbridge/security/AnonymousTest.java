package io.ledgerbridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.apache.catalina.Manager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Who hasn't logged in leaves nothing behind. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class AnonymousTest {

    private static final int SESSIONS = 3;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = Bench.start(Map.of(
                "ledger-bridge.drain.interval", "1h",
                "ledger-bridge.front-door.sessions", String.valueOf(SESSIONS),
                "spring.security.oauth2.client.registration.company.client-id", "bridge",
                "spring.security.oauth2.client.registration.company.client-secret", "secret",
                "spring.security.oauth2.client.registration.company.authorization-grant-type", "authorization_code",
                "spring.security.oauth2.client.registration.company.redirect-uri",
                        "{baseUrl}/login/oauth2/code/company",
                "spring.security.oauth2.client.registration.company.scope", "profile",
                "spring.security.oauth2.client.provider.company.authorization-uri", "http://company.invalid/authorize",
                "spring.security.oauth2.client.provider.company.token-uri", "http://company.invalid/token",
                "spring.security.oauth2.client.provider.company.jwk-set-uri", "http://company.invalid/keys"));
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/login?error",
                "/login?logout",
                "/logout",
                "/nowhere?a=b",
                "/api/journals",
                "/actuator/health",
                "/actuator/hawtio/",
                "/actuator/jolokia",
                "/oauth2/authorization/company",
                "/oauth2/authorization/nobody",
                "/login/oauth2/code/company?code=x&state=y",
                "/login/oauth2/code/company?error=access_denied&state=y",
                "/oauth2/sage-x3/us/authorize",
                "/error"
            })
    void hasNoSession(String path) throws Exception {
        for (int each = 0; each < 10; each++) {
            HTTP.send(page(path).build(), HttpResponse.BodyHandlers.discarding());
            HTTP.send(
                    page(path)
                            .POST(HttpRequest.BodyPublishers.ofString("username=a&password=b"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }

        assertThat(sessions()).isZero();
    }

    @Test
    void hasNoSessionAfterAWrongPassword() throws Exception {
        HttpClient browser = browser();

        assertThat(login(browser, "admin", "wrong").headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/login?error"));
        assertThat(sessions()).isZero();
    }

    @Test
    void goesBackToWhereItWantedToGoAndToNoOtherServer() throws Exception {
        HttpClient browser = browser();
        browser.send(page("/nowhere?order=250&x=%2F").build(), HttpResponse.BodyHandlers.discarding());
        assertThat(login(browser, "admin", "admin").headers().firstValue("Location"))
                .hasValue(bench.uri("/nowhere?order=250&x=%2F").toString());
        logout(browser);

        for (String place :
                new String[] {"//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere", "\r\n"}) {
            String value = java.util.Base64.getUrlEncoder()
                    .encodeToString(place.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            HttpClient tricked = browser();
            HttpRequest.Builder lured = page("/login").header("Cookie", LoginReturn.COOKIE + "=" + value);
            String token = LoginPage.token(tricked.send(lured.build(), HttpResponse.BodyHandlers.ofString()));
            HttpResponse<String> answer =
                    post(tricked, "/login", "username=admin&password=admin&_csrf=" + token, place);
            assertThat(answer.headers().firstValue("Location"))
                    .hasValue(bench.uri("/").toString());
            logout(tricked);
        }
        assertThat(sessions()).isZero();
    }

    @Test
    void isTheOldestSessionOfAUserWhoHasTooMany() throws Exception {
        HttpClient first = browser();
        login(first, "admin", "admin");
        assertThat(status(first)).isEqualTo(404);
        HttpClient last = first;
        for (int each = 0; each < SESSIONS; each++) {
            last = browser();
            login(last, "admin", "admin");
        }

        assertThat(sessions()).isEqualTo(SESSIONS);
        assertThat(status(first)).isEqualTo(302);
        assertThat(status(last)).isEqualTo(404);
        for (int each = 0; each < SESSIONS; each++) {
            login(last, "admin", "admin");
        }
        assertThat(status(last)).isEqualTo(404);
        manager().backgroundProcess();
        for (org.apache.catalina.Session session : manager().findSessions()) {
            session.expire();
        }
    }

    private static int status(HttpClient browser) throws Exception {
        return browser.send(page("/nowhere").build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private static HttpResponse<String> login(HttpClient browser, String user, String password) throws Exception {
        String token = LoginPage.token(browser.send(page("/login").build(), HttpResponse.BodyHandlers.ofString()));
        return post(browser, "/login", "username=%s&password=%s&_csrf=%s".formatted(user, password, token), null);
    }

    private static void logout(HttpClient browser) throws Exception {
        String token = LoginPage.token(browser.send(page("/login").build(), HttpResponse.BodyHandlers.ofString()));
        post(browser, "/logout", "_csrf=" + token, null);
    }

    private static HttpResponse<String> post(
            HttpClient browser, String path, String form, @org.jspecify.annotations.Nullable String lure)
            throws Exception {
        HttpRequest.Builder request = page(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (lure != null) {
            ((CookieManager) browser.cookieHandler().orElseThrow())
                    .getCookieStore()
                    .add(bench.uri("/"), cookie(lure));
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static java.net.HttpCookie cookie(String place) {
        java.net.HttpCookie cookie = new java.net.HttpCookie(
                LoginReturn.COOKIE,
                java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(place.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        cookie.setPath("/");
        cookie.setVersion(0);
        return cookie;
    }

    private static HttpRequest.Builder page(String path) {
        URI uri = bench.uri(path);
        return HttpRequest.newBuilder(uri).header("Accept", "text/html");
    }

    private static int sessions() {
        return manager().getActiveSessions();
    }

    private static Manager manager() {
        TomcatWebServer tomcat = (TomcatWebServer) ((ServletWebServerApplicationContext) bench.bridge()).getWebServer();
        return ((org.apache.catalina.Context) tomcat.getTomcat().getHost().findChildren()[0]).getManager();
    }
}
