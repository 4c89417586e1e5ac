package io.ledgerbridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the page Backfill says of orders before they are asked for, of who asked, and of what keeps them waiting. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class BackfillFormsTest {

    private static final int MANY = 1010;
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");

    private static Bench bench;
    private static Visitor admin;

    @BeforeAll
    static void start() {
        bench = Bench.start(Map.of());
        admin = new Visitor(bench, "admin");
        IntStream.range(0, MANY)
                .forEach(order -> bench.store()
                        .place(
                                Cart.in("USD")
                                        .with(Item.of("CAP", "Cap", "10.00"))
                                        .taxRate("0"),
                                1));
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @BeforeEach
    void clear() {
        bench.store().quota(10_000, Duration.ofSeconds(30));
        JdbcClient jdbc = bench.bean(JdbcClient.class);
        jdbc.sql("DELETE FROM backfill_order").update();
        jdbc.sql("DELETE FROM backfill").update();
        jdbc.sql("DELETE FROM store_pause").update();
    }

    /** A thousand at a time, with what was counted before. */
    @Test
    void countsThemAllHoweverManyThereAre() throws Exception {
        String first = counted(Map.of());
        assertThat(first).contains("so far 1,000 orders of these days are counted", "10,000.00", "id=\"count-on\"");

        String all = counted(hidden(first.substring(first.indexOf("id=\"count-on\""))));

        assertThat(all).contains("has 1,010 orders", "10,100.00").doesNotContain("id=\"count-on\"");
    }

    @Test
    void leavesTheLastCallsToRealWork() throws Exception {
        bench.store().quota(5, Duration.ofSeconds(30));

        String page = counted(Map.of());

        assertThat(page).contains("BigCommerce allows few more calls just now", "id=\"count-on\"");
    }

    @Test
    void beginsAnewWhereWhatWasCountedMakesNoSense() throws Exception {
        String page = counted(Map.of("after", "5", "orders", "-7", "notRead", "0", "sum", "USD many"));

        assertThat(page).contains("so far 1,000 orders of these days are counted", "10,000.00");
    }

    /** As after a double click. */
    @Test
    void refusesASecondOneOfTheSameDays() throws Exception {
        pause();
        Map<String, String> days = Map.of("store", "us", "from", "2019-01-01", "to", "2019-01-02");
        long open = paused("2019-01-01", "2019-01-02");

        String page = admin.post("/backfill", days).body();

        assertThat(page).contains("Not done: Backfill %d of store us".formatted(open));
        assertThat(count("backfill")).isEqualTo(1);
        assertThat(bench.post("/api/stores/us/backfill", "{\"from\":\"2019-01-01\",\"to\":\"2019-01-02\"}")
                        .body())
                .isEqualTo("{\"id\":%d}".formatted(open));
        assertThat(count("backfill")).isEqualTo(1);
    }

    @Test
    void takesOneOfOtherDaysOrOfThoseOfOneThatWasStopped() throws Exception {
        paused("2019-01-01", "2019-01-02");
        long stopped = paused("2018-01-01", "2018-01-02");
        bench.bean(JdbcClient.class)
                .sql("UPDATE backfill SET held = 'stopped', listed = TRUE WHERE id = :id")
                .param("id", stopped)
                .update();

        admin.post("/backfill", Map.of("store", "us", "from", "2019-01-01", "to", "2019-01-03"));
        admin.post("/backfill", Map.of("store", "us", "from", "2018-01-01", "to", "2018-01-02"));

        assertThat(count("backfill")).isEqualTo(4);
    }

    @Test
    void saysWhoAskedAndWhereThatIsTold() throws Exception {
        admin.post("/backfill", Map.of("store", "us", "from", "2017-01-01", "to", "2017-01-02"));

        String page = admin.get("/backfill?store=us").body();

        Matcher link = Pattern.compile(
                        "by admin</span>.*?href=\"(/audit\\?store=us[^\"]*)#(link-\\d+)\"", Pattern.DOTALL)
                .matcher(page);
        assertThat(link.find()).as(page).isTrue();
        assertThat(admin.get(link.group(1).replace("&amp;", "&")).body())
                .contains("id=\"" + link.group(2) + "\"", "2017-01-01 to 2017-01-02");
    }

    @Test
    void leadsFromEachFigureToItsOrders() throws Exception {
        pause();
        long backfill = worked();
        order(900_000, "'posted'", null);

        String page = admin.get("/backfill?store=us").body();

        assertThat(orders(page, "backfill=" + backfill)).isEqualTo(9);
        assertThat(orders(page, "backfill=%d&amp;state=posted".formatted(backfill)))
                .isEqualTo(6);
        assertThat(orders(page, "backfill=%d&amp;state=parked".formatted(backfill)))
                .isEqualTo(1);
        assertThat(orders(page, "backfill=%d&amp;state=on-the-way".formatted(backfill)))
                .isEqualTo(2);
    }

    /** How many orders a figure's link lists. */
    private static int orders(String page, String of) throws Exception {
        String address = "/orders?store=us&amp;month=all&amp;" + of + "\"";
        assertThat(page).contains(address);
        HttpResponse<String> list = admin.get(address.replace("&amp;", "&").replace("\"", ""));
        return list.body().split("<th scope=\"row\"><a", -1).length - 1;
    }

    @Test
    void leadsToOlderOnes() throws Exception {
        long oldest = paused("2010-01-01", "2010-01-01");
        for (int more = 0; more < 11; more++) {
            paused("2011-01-01", "2011-01-01");
        }

        String page = admin.get("/backfill?store=us").body();

        assertThat(page).doesNotContain("id=\"backfill-%d\"".formatted(oldest));
        Matcher older =
                Pattern.compile("href=\"(/backfill\\?[^\"]*before=[^\"]*)\"").matcher(page);
        assertThat(older.find()).as(page).isTrue();
        String next = admin.get(older.group(1).replace("&amp;", "&")).body();
        assertThat(next).contains("id=\"backfill-%d\"".formatted(oldest)).doesNotContain("Older backfills");
    }

    @Test
    void tellsNoEndWhileItsStoreIsPaused() throws Exception {
        pause();
        worked();

        String page = admin.get("/backfill?store=us").body();
        String of = page.substring(page.indexOf("id=\"live-backfills\""));

        assertThat(of).doesNotContain("At this pace").contains("Store us is paused since", "The month is being closed");
    }

    private static String counted(Map<String, String> before) throws Exception {
        Map<String, String> form = new LinkedHashMap<>(Map.of("store", "us", "from", "2020-01-01", "count", "true"));
        form.put("to", LocalDate.now(ZoneOffset.UTC).plusDays(1).toString());
        form.putAll(before);
        return admin.get("/backfill", form).body();
    }

    private static Map<String, String> hidden(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = HIDDEN.matcher(form.substring(0, form.indexOf("</form>")));
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        assertThat(fields).containsEntry("orders", "1000").containsEntry("sum", "USD 10000.0000");
        return fields;
    }

    private static void pause() throws Exception {
        assertThat(bench.post("/api/stores/us/pause", "{\"why\":\"The month is being closed\"}")
                        .statusCode())
                .isEqualTo(202);
    }

    /** All its orders are found: six are posted, one is parked, and two are left. */
    private static long worked() {
        long backfill = paused("2016-01-01", "2016-01-02");
        JdbcClient jdbc = bench.bean(JdbcClient.class);
        jdbc.sql(
                        "UPDATE backfill SET held = NULL, listed = TRUE, asked_at = now() - interval '5' minute WHERE id = :id")
                .param("id", backfill)
                .update();
        for (int order = 0; order < 9; order++) {
            order(
                    800_000 + order,
                    order < 6 ? "'posted'" : order == 6 ? "'parked'" : "NULL",
                    order > 6 ? "now()" : null);
            jdbc.sql("INSERT INTO backfill_order (backfill_id, order_id) VALUES (:id, :order)")
                    .param("id", backfill)
                    .param("order", 800_000 + order)
                    .update();
        }
        return backfill;
    }

    private static void order(long order, String outcome, @Nullable String due) {
        JdbcClient jdbc = bench.bean(JdbcClient.class);
        jdbc.sql("DELETE FROM due_order WHERE order_id = :order")
                .param("order", order)
                .update();
        jdbc.sql("INSERT INTO due_order (store, order_id, marks, outcome, due_at, settled_at) VALUES ('us', :order, 1, "
                        + outcome + ", " + due + ", CURRENT_TIMESTAMP)")
                .param("order", order)
                .update();
    }

    private static long paused(String from, String to) {
        JdbcClient jdbc = bench.bean(JdbcClient.class);
        jdbc.sql("""
                        INSERT INTO backfill (store, first_day, last_day, created_from, created_to, last_order, listed,
                            asked_at, held)
                        VALUES ('us', :from, :to, now(), now(), 0, FALSE, now(), 'paused')""")
                .param("from", LocalDate.parse(from))
                .param("to", LocalDate.parse(to))
                .update();
        return jdbc.sql("SELECT max(id) FROM backfill").query(Long.class).single();
    }

    private static long count(String table) {
        return bench.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }
}
