package io.ledgerbridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The forms that ask for evidence guess nothing: a ZIP holds the orders that were meant, or the page says why there is none. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class EvidenceFormsTest {

    private static Bench bench;
    private static Visitor admin;

    @BeforeAll
    static void start() {
        bench = Bench.start(Map.of());
        admin = new Visitor(bench, "admin");
        for (long order : new long[] {1, 4, 7, 1004}) {
            bench.bean(JdbcClient.class).sql("""
                    INSERT INTO due_order (store, order_id, marks, outcome, settled_at)
                    VALUES ('us', :order, 1, 'ignored', CURRENT_TIMESTAMP)""").param("order", order).update();
        }
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,004     | “1,004” is no order’s number
            BC1004-R7 | “BC1004-R7” is no order’s number
            0         | “0” is no order’s number
            ''        | Write at least one order’s number
            1004 5005 | Nothing is known of these orders of store us: 5005
            """)
    void saysOnThePageWhichNumbersItDoesNotTake(String numbers, String refusal) throws Exception {
        HttpResponse<String> answer = admin.get("/audit/evidence", Map.of("store", "us", "orders", numbers));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.uri().getPath()).isEqualTo("/audit");
        assertThat(answer.body()).contains(refusal).contains("value=\"" + numbers + "\"");
    }

    @Test
    void takesNoMoreNumbersThanAnAddressHas() throws Exception {
        HttpResponse<String> answer = admin.get("/audit/evidence", Map.of("store", "us", "orders", "1004 ".repeat(91)));

        assertThat(answer.body()).contains("more than 90 numbers");
    }

    @Test
    void givesTheZipOfTheOrdersThatWereMeant() throws Exception {
        HttpResponse<String> answer = admin.get("/audit/evidence", Map.of("store", "us", "orders", "1004, 7"));

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(answer.uri().getQuery()).isEqualTo("store=us&order=1004&order=7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-30 | 2026-11-01 | 25   | s  | The last day is before the first
            30.11.2026 | 2026-11-30 | 25   | s  | “30.11.2026” is no day
            2026-11-01 | 2026-11-30 | 0    | s  | A sample has 1 to 1,000 orders
            2026-11-01 | 2026-11-30 | 1001 | s  | A sample has 1 to 1,000 orders
            2026-11-01 | 2026-11-30 | many | s  | A sample has 1 to 1,000 orders
            2026-11-01 | 2026-11-30 | 25   | '' | A sample needs a seed
            1990-01-01 | 1990-01-31 | 25   | s  | No order of store us has an entry with an accounting date from 1990-01-01
            """)
    void saysOnThePageWhichSamplesThereAreNot(String from, String to, String size, String seed, String refusal)
            throws Exception {
        Map<String, String> form = new LinkedHashMap<>(Map.of("store", "us", "from", from, "to", to));
        form.put("sample", size);
        form.put("seed", seed);

        HttpResponse<String> answer = admin.get("/audit/evidence", form);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.uri().getPath()).isEqualTo("/audit");
        assertThat(answer.body()).contains(refusal);
    }

    /** What is not known when its page is opened may be asked for from there all the same. */
    @Test
    void answersNowhereWithJson() throws Exception {
        String page = admin.get("/audit?store=us&order=1004").body()
                + admin.get("/orders/us/1004").body();

        assertThat(page).contains("/audit/evidence?store=us&amp;orders=1004").doesNotContain("/api/evidence");
    }
}
