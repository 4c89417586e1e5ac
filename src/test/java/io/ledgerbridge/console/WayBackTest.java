package io.ledgerbridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a list to an order and back, with the store, the month and the filters. */
@WholeProgram
class WayBackTest {

    private static final Bench BENCH = Bench.start(Map.of(), List.of("eu"));

    private static final String LIST = "/orders?store=us&month=2023-10&channel=1&currency=USD";

    @BeforeAll
    static void haveOrders() {
        for (int order = 1; order <= 3; order++) {
            BENCH.bean(JdbcClient.class)
                    .sql("""
                            INSERT INTO due_order (store, order_id, marks, outcome, listed_on, channel, currency, total, refunded,
                                in_ledger, settled_at)
                            VALUES ('us', :order, 1, 'posted', DATE '2023-10-05', :channel, 'USD', 10, 0, 10, CURRENT_TIMESTAMP)""")
                    .param("order", order)
                    .param("channel", order == 3 ? "2" : "1")
                    .update();
        }
    }

    @AfterAll
    static void stop() {
        BENCH.close();
    }

    @Test
    void findsBackToTheListAndStaysAboutTheSame() throws Exception {
        String story = page(link(page(LIST), "1"));

        assertThat(story).contains("Back to the list", "href=\"" + LIST.replace("&", "&amp;") + "\"");
        assertThat(story).contains("/needs-you?store=us&amp;month=2023-10");
        assertThat(story).containsPattern("<option value=\"2023-10\"\\s+selected=\"selected\"");
    }

    @Test
    void leadsNowhereElse() throws Exception {
        assertThat(page("/orders/us/1?back=https%3A%2F%2Fexample.com%2Forders"))
                .doesNotContain("Back to the list")
                .doesNotContain("href=\"https://example.com");
    }

    @Test
    void countsTheTotalsOfWhatIsLookedFor() throws Exception {
        assertThat(page(LIST).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                .contains("2 orders are like this.", "= 2 orders known");
    }

    @Test
    void saysOnPaperWhatItIsAbout() throws Exception {
        assertThat(page(LIST))
                .containsPattern("class=\"printed\">us · October 2023 · page opened [^<]* C[SD]T · admin<");
        assertThat(page("/?month=all")).contains("class=\"printed\">All stores · All months · page opened ");
    }

    @Test
    void saysHowFreshItIs() throws Exception {
        for (String path : List.of(LIST, "/?store=us&month=all", "/needs-you?store=us")) {
            assertThat(page(path).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                    .as(path)
                    .containsPattern("us: BigCommerce read [^·]* · Sage X3 read [^·]* · missed orders looked for ")
                    .doesNotContain("eu: BigCommerce read");
        }
    }

    private static String link(String page, String text) {
        Matcher link = Pattern.compile("<a href=\"([^\"]*)\">" + text + "</a>").matcher(page);
        assertThat(link.find()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    private static String page(String path) throws Exception {
        return BENCH.get(path, "text/html").body();
    }
}
