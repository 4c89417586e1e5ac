package io.ledgerbridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.alerts.AlertSettings;
import io.ledgerbridge.approvals.ApprovalSettings;
import io.ledgerbridge.books.audit.anchors.AnchorsAnew;
import io.ledgerbridge.catchup.SweepSettings;
import io.ledgerbridge.credentials.EncryptionKey;
import io.ledgerbridge.frontdoor.ErrorAnswer;
import io.ledgerbridge.hooks.HookSettings;
import io.ledgerbridge.http.AnswerLimits;
import io.ledgerbridge.queue.DrainSettings;
import io.ledgerbridge.retention.RetentionSettings;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.settings.FrontDoorSettings;
import io.ledgerbridge.settings.LedgerBridgeSettings;
import io.ledgerbridge.settings.OidcSettings;
import io.ledgerbridge.settings.SettingsFixture;
import io.ledgerbridge.settings.User;
import io.ledgerbridge.settings.UserRole;
import io.ledgerbridge.work.RetrySettings;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(classes = SecurityTest.Answers.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
@WholeProgram
class SecurityTest {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private final String base;

    SecurityTest(@Value("${local.server.port}") int port) {
        this.base = "http://localhost:" + port;
    }

    @ParameterizedTest(name = "{0} {1}: nobody {2}, viewer {3}, operator {4}, admin {5}")
    @CsvSource({
        "GET,    /api/journals,                                            401, 200, 200, 200",
        "HEAD,   /api/journals,                                            401, 200, 200, 200",
        "POST,   /api/stores/us/ping,                                      401, 403, 200, 200",
        "POST,   /api/stores/us/orders/250/replay,                         401, 403, 200, 200",
        "PUT,    /api/stores/us/credentials/bigcommerce.access-token,      401, 403, 403, 200",
        "DELETE, /api/journals,                                            401, 403, 403, 200",
        "GET,    /actuator/prometheus,                                     401, 200, 200, 200",
        "GET,    /actuator/hawtio,                                         401, 403, 403, 200",
        "GET,    /actuator/hawtio/index.html,                              401, 403, 403, 200",
        "POST,   /actuator/jolokia,                                        401, 403, 403, 200",
        "GET,    /oauth2/sage-x3/us/authorize,                             401, 403, 403, 200",
        "GET,    /,                                                        401, 200, 200, 200",
        "GET,    /nowhere,                                                 401, 200, 200, 200",
        "GET,    /oauth2/sage-x3/us/callback,                              200, 200, 200, 200",
        "POST,   /oauth2/sage-x3/us/callback,                              200, 200, 200, 200",
        "POST,   /webhooks/bigcommerce/us,                                 200, 200, 200, 200",
        "GET,    /actuator/health/liveness,                                200, 200, 200, 200",
        "GET,    /actuator/health/readiness,                               200, 200, 200, 200"
    })
    void opensEachPlaceToTheRolesOfTheContract(
            String method, String path, int nobody, int viewer, int operator, int admin) throws Exception {
        assertThat(ask(method, path, null).statusCode()).isEqualTo(nobody);
        assertThat(ask(method, path, "anna:viewer").statusCode()).isEqualTo(viewer);
        assertThat(ask(method, path, "ops:operator").statusCode()).isEqualTo(operator);
        assertThat(ask(method, path, "boss:admin").statusCode()).isEqualTo(admin);
    }

    @ParameterizedTest
    @CsvSource({"ops:wrong", "nobody:operator", "user:password", "ops"})
    void refusesWrongLogins(String login) throws Exception {
        HttpResponse<String> answer = ask("GET", "/api/journals", login);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(way -> assertThat(way).startsWith("Basic"));
    }

    @Test
    void refusesWithProblemDetails() throws Exception {
        HttpResponse<String> answer = ask("GET", "/api/journals", null);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"status\":401", "\"title\":\"Unauthorized\"", "\"instance\":\"/api/journals\"");
        assertThat(ask("POST", "/api/stores/us/ping", "anna:viewer").body()).contains("\"status\":403");
    }

    @Test
    void leavesNoSessionBehindALoginByBasic() throws Exception {
        assertThat(ask("GET", "/api/journals", "anna:viewer").headers().map()).doesNotContainKey("set-cookie");
        assertThat(ask("GET", "/api/journals", null).headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void leavesAnAuthorizationHeaderOfTheShopsAlone() throws Exception {
        assertThat(ask("POST", "/webhooks/bigcommerce/us", "shared:header").statusCode())
                .isEqualTo(200);
    }

    @Test
    void showsTheLoginPageWhereHtmlIsAskedFor() throws Exception {
        HttpResponse<String> answer = BROWSER.send(page("/").build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/login"));
    }

    @Test
    void logsABrowserInAndWantsATokenForWhatItPostsThen() throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String token = LoginPage.token(browser.send(page("/login").build(), HttpResponse.BodyHandlers.ofString()));

        HttpResponse<String> login = browser.send(
                page("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=boss&password=admin&_csrf=" + token))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(login.headers().firstValue("Location")).hasValue(base + "/");
        assertThat(browser.send(page("/api/journals").build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);

        HttpRequest.Builder replay = page("/api/parked/replay").POST(HttpRequest.BodyPublishers.noBody());
        assertThat(browser.send(replay.build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
    }

    /** A page of a sibling host can set the cookie that the form's token is compared with. */
    @ParameterizedTest
    @CsvSource({"cross-site, 403", "same-site, 403", "same-origin, 302", "none, 302"})
    void takesNoFormOfAnotherSitesPageThoughItBringsTheToken(String from, int status) throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String token = LoginPage.token(browser.send(page("/login").build(), HttpResponse.BodyHandlers.ofString()));

        HttpRequest.Builder login = page("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", from)
                .POST(HttpRequest.BodyPublishers.ofString("username=boss&password=admin&_csrf=" + token));

        assertThat(browser.send(login.build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(status);
        HttpRequest.Builder read = page("/login").header("Sec-Fetch-Site", from);
        assertThat(browser.send(read.build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .as("a link from there")
                .isEqualTo(200);
    }

    private HttpRequest.Builder page(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html");
    }

    @Test
    void keepsTheStatusOfAnErrorThatSomethingOpenAnswers() throws Exception {
        HttpResponse<String> answer = ask("GET", "/webhooks/gone", null);

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":410", "\"instance\":\"/webhooks/gone\"");
    }

    @Test
    void looksAtNoPasswordAfterFiveWrongOnes(CapturedOutput output) throws Exception {
        for (int guess = 0; guess < FailedLogins.FROM_ONE_ADDRESS; guess++) {
            assertThat(ask("GET", "/api/journals", "locked:wrong").statusCode()).isEqualTo(401);
        }

        assertThat(ask("GET", "/api/journals", "locked:right").statusCode()).isEqualTo(401);
        assertThat(ask("GET", "/api/journals", "anna:viewer").statusCode()).isEqualTo(200);
        assertThat(output).contains("Too many wrong passwords for user \"locked\", the last from 127.0.0.1");
    }

    @Test
    void logsANameWithoutTheLinesThatItMakesUp(CapturedOutput output) throws Exception {
        for (int guess = 0; guess < FailedLogins.FROM_ONE_ADDRESS; guess++) {
            ask("GET", "/api/journals", "x\nINFO all is well:wrong");
        }

        assertThat(output).contains("for user \"x?info?all?is?well\"");
    }

    @ParameterizedTest
    @CsvSource({"POST, /webhooks/bigcommerce/us", "GET, /actuator/health/liveness", "GET, /api/journals", "GET, /login"
    })
    void sendsSecurityHeadersWithEverything(String method, String path) throws Exception {
        Map<String, List<String>> headers =
                ask(method, path, "anna:viewer").headers().map();

        assertThat(headers)
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("x-frame-options", List.of("DENY"))
                .containsEntry("referrer-policy", List.of("same-origin"))
                .containsKeys("cache-control", "permissions-policy");
        assertThat(headers.get("content-security-policy"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @ParameterizedTest
    @CsvSource({"none, 200", "same-origin, 200", "same-site, 403", "cross-site, 403"})
    void wantsATokenWithALoginThatABrowserHasKept(String from, int status) throws Exception {
        HttpRequest.Builder replay = HttpRequest.newBuilder(URI.create(base + "/api/parked/replay"))
                .header("Authorization", basic("boss:admin"))
                .header("Sec-Fetch-Site", from)
                .POST(HttpRequest.BodyPublishers.noBody());

        assertThat(BROWSER.send(replay.build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(status);
    }

    /** On plain http a browser sends no Sec-Fetch-Site. */
    @ParameterizedTest
    @CsvSource({"http://elsewhere.example, 401", "null, 401", "{base}, 200"})
    void wantsATokenWithALoginThatABrowserHasKeptForAnOriginOfElsewhere(String origin, int status) throws Exception {
        HttpRequest.Builder replay = HttpRequest.newBuilder(URI.create(base + "/api/parked/replay"))
                .header("Authorization", basic("boss:admin"))
                .header("Origin", origin.replace("{base}", base))
                .POST(HttpRequest.BodyPublishers.noBody());

        assertThat(BROWSER.send(replay.build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void makesUpNoUser(CapturedOutput output) {
        assertThat(output).doesNotContain("Using generated security password");
    }

    private HttpResponse<String> ask(String method, String path, @Nullable String login)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept", "*/*");
        if (login != null) {
            request.header("Authorization", basic(login));
        }
        return BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    /** Security as it is, in front of something that answers everything. */
    @Configuration(proxyBeanMethods = false)
    @Import({Security.class, LoginForm.class, HawtioSecurity.class, Users.class, ErrorAnswer.class})
    @ImportAutoConfiguration({
        DispatcherServletAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        ThymeleafAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        UserDetailsServiceAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Answers {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        LedgerBridgeSettings settings() {
            return new LedgerBridgeSettings(
                    new EncryptionKey(SettingsFixture.KEY),
                    null,
                    new DrainSettings(Duration.ofMillis(200), 8, Duration.ofMinutes(5)),
                    new RetrySettings(Duration.ofSeconds(30), 2, Duration.ofHours(1), Duration.ofDays(2)),
                    new SweepSettings(Duration.ofMinutes(5), Duration.ofMinutes(10)),
                    new RetentionSettings(Duration.ofDays(30), Duration.ofDays(400), Duration.ofDays(3650)),
                    new ApprovalSettings(100, new BigDecimal("10000"), new BigDecimal("100")),
                    new AlertSettings(List.of(), null),
                    new AnchorsAnew(null),
                    new HookSettings(false, Duration.ofMinutes(15), null),
                    AnswerLimits.DEFAULT,
                    new FrontDoorSettings(250, Duration.ofSeconds(10), 100, 50, 16, 10),
                    List.of(
                            new User("anna", "{noop}viewer", UserRole.VIEWER),
                            new User(
                                    "ops",
                                    "{bcrypt}$2a$04$V1l8htvpK7Ft4oXYBj7a7.qF7lnnY1JVpWl3oXHHvh0/XdboLY0Ge",
                                    UserRole.OPERATOR),
                            new User("boss", "{noop}admin", UserRole.ADMIN),
                            new User("locked", "{noop}right", UserRole.ADMIN)),
                    new OidcSettings("roles", Map.of()),
                    Map.of());
        }

        @Bean
        Folders folders() {
            return new Folders(Map.of());
        }

        @RestController
        static class Everything {

            @RequestMapping("/{*path}")
            String answer() {
                return "here";
            }

            @RequestMapping("/webhooks/gone")
            void gone(HttpServletResponse response) throws IOException {
                response.sendError(410);
            }
        }
    }
}
