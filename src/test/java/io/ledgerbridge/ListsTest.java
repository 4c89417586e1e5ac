package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** Lists of any length are read a page at a time, and whoever reads slowly keeps nobody else from working. */
@OnEachDatabase
@Tag(WholeProgram.TRIAL)
@WholeProgram
class ListsTest {

    private static final int JOURNALS = 12_000;
    private static final int PARKED = 1_100;
    private static final int LINKS = 2_500;
    private static final int EVENTS = 1_234;

    @SuppressWarnings("NullAway.Init") // NullAway does not know what runs before a parameterized class
    private static Bench bench;

    private final Database database;

    ListsTest(Database database) {
        this.database = database;
    }

    /** Rows as the program writes them, made by the database: order 1 has them all, and store old is set up no more. */
    @BeforeParameterizedClassInvocation
    static void fill(Database database) {
        bench = Bench.start(Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.user(),
                "ledger-bridge.drain.lease", "60s"));
        insert(database, """
                INSERT INTO journal (store, folder, order_id, kind, channel, reference, generation, state, entry_type,
                    journal_code, site, accounting_date, currency, description, x3_number, created_at)
                SELECT 'old', 'x3|OLD', n, 'order', '1', 'Z' || n, 1, 'posted', 'ODGEN', 'SAL', 'FR011',
                    CASE WHEN MOD(n, 2) = 0 THEN DATE '2026-03-01' ELSE DATE '2026-02-01' END, 'USD', 'Order', 'SAL' || n,
                    CURRENT_TIMESTAMP""", JOURNALS);
        for (int line = 1; line <= 2; line++) {
            update(database, """
                    INSERT INTO journal_line (journal_id, line_number, memo, account, role, amount, description, dimensions)
                    SELECT id, %d, FALSE, '411000', 'receivable', %s, '%s', '{}' FROM journal WHERE store = 'old'""".formatted(line, line == 1 ? "12.5" : "-12.5", "wide ".repeat(50)));
        }
        insert(database, """
                INSERT INTO due_order (store, order_id, marks, outcome, reason, detail, remedy, settled_at)
                SELECT 'old', n, 1, 'parked', 'gave-up', 'why', 'what', CURRENT_TIMESTAMP""", PARKED);
        insert(database, """
                INSERT INTO event (store, order_id, disposition, scope, created_at, body_sha256, body, headers, received_at)
                SELECT 'old', CASE WHEN n <= 5 THEN NULL ELSE 1 END, CASE WHEN n <= 5 THEN 'unreadable' ELSE 'order' END,
                    'store/order/updated', CURRENT_TIMESTAMP, 'sha256 of ' || n, CAST('' AS BYTEA), '{}', CURRENT_TIMESTAMP""", EVENTS + 5);
        insert(database, """
                INSERT INTO audit (store, order_id, link, at, step, detail, previous_hash, hash)
                SELECT 'old', 1, n, CURRENT_TIMESTAMP, 'step', '{}', 'before', 'after'""", LINKS);
        update(database, "ANALYZE");
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        bench.close();
    }

    @Test
    void writesEveryLineOfEveryJournalOnce() throws Exception {
        List<CSVRecord> lines = csv("store=old");

        Set<String> references = new HashSet<>();
        lines.forEach(line -> references.add(line.get("reference")));
        assertThat(lines).hasSize(2 * JOURNALS);
        assertThat(references).hasSize(JOURNALS);
        assertThat(lines).extracting(line -> line.get("accountingDate")).isSorted();
        assertThat(lines.get(1).get("amount")).isEqualTo("-12.50");
        assertThat(csv("store=old&from=2026-03-01")).hasSize(JOURNALS);
        assertThat(csv("store=none")).isEmpty();
    }

    @Test
    void givesTheLastPageOfManyAsTheFirst() throws Exception {
        JsonNode last = bench.json("/api/journals?store=old&size=500&page=" + (JOURNALS / 500 - 1));
        JsonNode behind = bench.json("/api/journals?store=old&size=500&page=" + JOURNALS / 500);

        assertThat(last.path("items")).hasSize(500);
        assertThat(last.path("items").path(499).path("reference").asText()).isEqualTo("Z" + JOURNALS);
        assertThat(last.path("total").asLong()).isEqualTo(JOURNALS);
        assertThat(behind.path("items")).isEmpty();
    }

    @Test
    void holdsNoConnectionForASlowReaderAndTellsAFifthToComeAgain() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int reader = 0; reader < 4; reader++) {
                slow.add(begin("/api/journals?store=old"));
            }
            HttpResponse<String> fifth = bench.get("/api/journals", "text/csv");

            assertThat(fifth.statusCode()).as(fifth.body()).isEqualTo(503);
            assertThat(fifth.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(fifth.body()).contains("try again");
            awaitNoConnectionInUse();
            assertThat(bench.json("/api/journals?store=old").path("items")).hasSize(50);
        } finally {
            for (Socket reader : slow) {
                reader.close();
            }
        }
        Awaitility.await("the threads of those who went")
                .until(() -> bench.get("/api/journals?store=none", "text/csv").statusCode() == 200);
    }

    @Test
    void endsADownloadThatFailsSoThatNobodyTakesItForWhole() {
        update(
                database,
                "UPDATE journal_line SET role = 'unknown' WHERE journal_id = (SELECT id FROM journal WHERE reference = 'Z%d')"
                        .formatted(JOURNALS));
        try {
            assertThatThrownBy(() -> bench.get("/api/journals?store=old", "text/csv"))
                    .isInstanceOf(IOException.class);
        } finally {
            update(database, "UPDATE journal_line SET role = 'receivable' WHERE role = 'unknown'");
        }
    }

    @Test
    void listsEachThatIsParkedOnOnePageAndTheEventsBehindTheOrders() throws Exception {
        List<String> seen = new ArrayList<>();
        for (int page = 0; page < 3; page++) {
            JsonNode answer = bench.json("/api/parked?store=old&size=500&page=" + page);
            assertThat(answer.path("total").asInt()).isEqualTo(PARKED + 5);
            answer.path("items").forEach(item -> seen.add(item.path("order") + " " + item.path("event")));
        }

        assertThat(seen).hasSize(PARKED + 5).doesNotHaveDuplicates();
        assertThat(seen.subList(PARKED, PARKED + 5)).allMatch(item -> item.startsWith("null "));
        assertThat(bench.json("/api/parked?store=old&reason=unreadable-event&size=2&page=2")
                        .path("items"))
                .hasSize(1);
        assertThat(bench.json("/api/parked?store=old&reason=gave-up&size=500&page=2")
                        .path("items"))
                .hasSize(PARKED - 1000);
    }

    @Test
    void givesTheLastEventsOfAnOrderThatHasMany() throws Exception {
        JsonNode order = bench.json("/api/stores/old/orders/1");

        assertThat(order.path("events")).hasSize(500);
        assertThat(order.path("eventsBefore").asInt()).isEqualTo(EVENTS - 500);
        assertThat(order.path("events").path(499).path("sha256").asText().strip())
                .isEqualTo("sha256 of " + (EVENTS + 5));
        assertThat(bench.json("/api/stores/old/orders/2").has("eventsBefore")).isFalse();
    }

    @Test
    void givesALongTrailInParts() throws Exception {
        List<Integer> links = new ArrayList<>();
        int after = 0;
        for (int part = 0; part < 3; part++) {
            JsonNode trail = bench.json("/api/audit?store=old&order=1&after=" + after);
            trail.path("items").forEach(item -> links.add(item.path("link").asInt()));
            assertThat(trail.has("next")).isEqualTo(part < 2);
            after = trail.path("next").asInt();
        }

        assertThat(links).hasSize(LINKS).isSorted().doesNotHaveDuplicates();
    }

    private List<CSVRecord> csv(String query) throws Exception {
        HttpResponse<String> answer = bench.get("/api/journals?" + query, "text/csv");
        assertThat(answer.statusCode()).isEqualTo(200);
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(answer.body()))
                .getRecords();
    }

    /** Asks for a CSV and reads its status line alone. */
    private Socket begin(String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("localhost", bench.uri("/").getPort()));
        String admin = Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic %s\r\nAccept: text/csv\r\n\r\n"
                        .formatted(path, admin)
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200");
        return socket;
    }

    /** Of those that the bench's own workers take now and then, none stays taken. */
    private void awaitNoConnectionInUse() {
        HikariDataSource pool = (HikariDataSource) bench.bean(DataSource.class);
        Awaitility.await("no connection in use")
                .pollInterval(Duration.ofMillis(5))
                .until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
    }

    private static void insert(Database database, String select, int rows) {
        String numbers = database.toString().equals("H2") ? "SYSTEM_RANGE(1, %d)" : "generate_series(1, %d)";
        update(database, select + " FROM " + numbers.formatted(rows) + " AS numbers(n)");
    }

    private static void update(Database database, String sql) {
        database.jdbc().sql(sql).update();
    }
}
