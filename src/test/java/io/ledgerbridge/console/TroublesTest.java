package io.ledgerbridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Whatever can't be shown is said by a page to who asked for one. */
@WholeProgram
class TroublesTest {

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
