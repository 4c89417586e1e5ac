package io.ledgerbridge.console.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Home says first, in the words of the page. */
@WholeProgram
class HomePageTest {

    private static final Bench BENCH = Bench.start(Map.of(), List.of("eu"));

    private final JdbcClient jdbc = BENCH.bean(JdbcClient.class);

    @AfterAll
    static void stop() {
        BENCH.close();
    }

    @BeforeEach
    void haveOneThatIsPosted() {
        Awaitility.await("the first looks").atMost(Duration.ofSeconds(20)).until(() -> looks() == 4);
        order(1, "'posted'", null);
    }

    @AfterEach
    void forget() throws Exception {
        BENCH.post("/api/stores/us/resume", "{}");
        for (String table : List.of("due_order", "event")) {
            jdbc.sql("DELETE FROM " + table).update();
        }
        jdbc.sql("UPDATE sweep_cursor SET looked_at = CURRENT_TIMESTAMP").update();
    }

    @Test
    void saysYes() throws Exception {
        assertThat(sentence()).isEqualTo("Yes. The one order is settled.");
    }

    @Test
    void saysWhatIsKnownOfAStoreThatIsPaused() throws Exception {
        BENCH.post("/api/stores/us/pause", "{\"why\": \"The month is being closed\"}");

        assertThat(sentence()).startsWith("Yes. The one order is settled. Store us is paused since ");

        order(2, "NULL", "2100-01-01T00:00:00Z");
        order(3, "'parked'", null);
        assertThat(sentence())
                .startsWith(
                        "No: 2 of 3 orders are not yet. 1 needs you (10.00 USD). 1 is on the way. Store us is paused since ")
                .doesNotContain("Caught up");
    }

    @Test
    void doesNotSayYesWhereNobodyLooksForMissedOrders() throws Exception {
        jdbc.sql("UPDATE sweep_cursor SET looked_at = :at WHERE store = 'eu'")
                .param("at", Instant.parse("2026-11-05T12:00:00Z").atOffset(ZoneOffset.UTC))
                .update();

        assertThat(sentence())
                .isEqualTo("Can’t say: Missed orders of store eu were last looked for 5 Nov 2026 06:00:00 CST.");
        assertThat(sentence("/?store=us&month=all")).startsWith("Yes.");
    }

    @Test
    void saysThatTheFirstLookIsUnderWay() throws Exception {
        jdbc.sql("UPDATE sweep_cursor SET looked_at = NULL WHERE store = 'eu'").update();

        assertThat(sentence()).isEqualTo("Can’t say: The first look for missed orders of store eu is under way.");
        assertThat(BENCH.json("/api/overview").path("sentence").asText())
                .isEqualTo("Can't say: the first look for missed orders of store eu is under way.");
    }

    @Test
    void doesNotSayYesWhereADeliveryCanNotBeRead() throws Exception {
        jdbc.sql("""
                        INSERT INTO event (store, disposition, body_sha256, received_at)
                        VALUES ('us', 'unreadable', 'none', CURRENT_TIMESTAMP)""").update();

        assertThat(sentence())
                .isEqualTo("No: One delivery or row of a list can’t be read, so an order may be missing.");
        assertThat(page("/?month=all")).contains("/needs-you/unreadable-event?month=all");
        assertThat(BENCH.get("/needs-you/unreadable-event?month=all", "text/html")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void saysWhatWaitsLongestAndWhatParked() throws Exception {
        order(1004, "NULL", "2100-01-01T00:00:00Z");
        order(3, "'parked'", null);

        String page = page("/?month=all").replaceAll("\\s+", " ");
        assertThat(page)
                .contains("The oldest waits since</span> <time datetime=")
                .contains(">order 1004 of store us</a>")
                .containsPattern("In the last 60 minutes [0-9]+ came in, 1 were settled and 1 need you since\\.")
                .contains("class=\"line-parked\"");
    }

    private long looks() {
        return jdbc.sql("SELECT count(looked_at) FROM sweep_cursor WHERE name IN ('orders', 'refunds')")
                .query(Long.class)
                .single();
    }

    private void order(long number, String outcome, @Nullable String due) {
        jdbc.sql("""
                        INSERT INTO due_order (store, order_id, marks, outcome, reason, due_at, listed_on, currency, total, refunded,
                            in_ledger, settled_at, came_at)
                        VALUES ('us', %d, 1, %s, 'gave-up', %s, CURRENT_DATE, 'USD', 10, 0, 0, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)""".formatted(
                                number,
                                outcome,
                                due == null ? "NULL" : "TIMESTAMP WITH TIME ZONE '" + due.replace("Z", "+00") + "'"))
                .update();
    }

    private String sentence() throws Exception {
        return sentence("/?month=all");
    }

    /** Without its tags. */
    private String sentence(String path) throws Exception {
        String page = page(path);
        String sentence = page.substring(page.indexOf("<p class=\"sentence\">"));
        return sentence.substring(0, sentence.indexOf("</p>"))
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private String page(String path) throws Exception {
        return BENCH.get(path, "text/html").body();
    }
}
