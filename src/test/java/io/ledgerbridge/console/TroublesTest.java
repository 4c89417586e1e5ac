package io.ledgerbridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import jakarta.servlet.RequestDispatcher;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ModelAndView;

/** Whatever can't be shown is said by a page to who asked for one. */
@WholeProgram
class TroublesTest {

    private static final Pattern CSRF_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static final Bench BENCH = Bench.start(Map.of());

    @AfterAll
    static void stop() {
        BENCH.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/?store=nowhere                    | 404 | There is no store nowhere",
                "/orders/nowhere/5                  | 404 | There is no store nowhere",
                "/orders/us/abc                     | 404 | There is nothing at this address",
                "/backfill/shadow/99                | 404 | There is no shadow run 99",
                "/backfill/shadow/x                 | 404 | There is nothing at this address",
                "/needs-you/BY-CHANCE               | 404 | There is no such cause",
                "/needs-you?after=a.b                | 404 | There is no such cause",
                "/orders/us/5/tags                  | 405 | This address only takes what a form sends",
                "/audit/verify                      | 405 | This address only takes what a form sends",
                "/nothing/here                      | 404 | There is nothing at this address",
                "/language?to=xx&back=/             | 400 | xx",
                "/orders?after=nonsense             | 400 | nonsense",
                "/orders?from=yesterday             | 400 | yesterday"
            })
    void saysByAPageWhatIsWrong(String path, int status, String words) throws Exception {
        HttpResponse<String> answer = BENCH.get(path, "text/html,application/xhtml+xml");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
        assertThat(answer.body()).contains("<h1>This page can’t be shown</h1>", words);
    }

    /** What only has a status: Spring Security, Tomcat and what failed outside of a page answer so. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | Your role doesn’t allow this, or the page was too old",
                "404 | There is nothing at this address",
                "405 | This address only takes what a form sends",
                "413 | That is more than the program takes at once",
                "500 | The program failed to make this page",
                "503 | That can’t be had just now",
                "418 | The program doesn’t take this",
                "507 | The program failed to make this page"
            })
    void saysByAPageWhatAStatusAloneMeans(int status, String words) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.addHeader("Accept", "text/html");
        MockHttpServletResponse answer = new MockHttpServletResponse();

        BENCH.bean(DispatcherServlet.class).service(request, answer);

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("<h1>This page can’t be shown</h1>", words)
                .doesNotContain("asks for something that there isn’t");
    }

    /** As the form of a page does that was open over a new login. */
    @Test
    void saysByAPageThatAFormIsTooOld() throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        Matcher token = CSRF_TOKEN.matcher(browser.send(request("/login").build(), HttpResponse.BodyHandlers.ofString())
                .body());
        assertThat(token.find()).isTrue();
        form(browser, "/login", "username=admin&password=admin&_csrf=" + token.group(1));

        HttpResponse<String> answer = form(browser, "/orders/us/5/notes", "text=x&_csrf=" + token.group(1));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("or the page was too old: open it again");
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(BENCH.uri(path)).header("Accept", "text/html");
    }

    private static HttpResponse<String> form(HttpClient browser, String path, String fields) throws Exception {
        HttpRequest.Builder form = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields));
        return browser.send(form.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    @Test
    void tellsTheDatabaseFromDownloadsAndFromItself() {
        Troubles troubles = new Troubles();

        assertThat(key(troubles.answer(new QueryTimeoutException("slow")))).isEqualTo("503 database");
        assertThat(key(troubles.answer(new TaskRejectedException("full")))).isEqualTo("503 downloads");
        assertThat(key(troubles.answer(new IllegalStateException("a fault")))).isEqualTo("500 500");
        assertThat(key(troubles.answer(new ResponseStatusException(HttpStatus.BAD_GATEWAY, "no answer"))))
                .isEqualTo("502 502");
        assertThat(troubles.answer(new AsyncRequestNotUsableException("gone"))).isNull();
    }

    private static String key(@Nullable ModelAndView page) {
        return Objects.requireNonNull(Objects.requireNonNull(page).getStatus()).value()
                + " "
                + page.getModel().get("key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/orders?after=nonsense", "/api/stores/nowhere/orders/5", "/api/nothing"})
    void leavesTheApiItsProblems(String path) throws Exception {
        HttpResponse<String> answer = BENCH.get(path, "*/*");

        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}
