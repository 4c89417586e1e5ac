package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.approvals.Approvals;
import io.ledgerbridge.approvals.RefundRequests;
import io.ledgerbridge.books.audit.anchors.Anchors;
import io.ledgerbridge.database.Sha256;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The evidence of orders verifies with nothing but itself, and shows what was changed in it. */
@OnEachDatabase
@Tag(WholeProgram.TRIAL)
@WholeProgram
class EvidenceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PYTHON = python();

    private static final List<String> JOURNAL = List.of(
            "id",
            "store",
            "order_id",
            "refund_id",
            "kind",
            "channel",
            "reference",
            "entry_type",
            "journal_code",
            "site",
            "currency",
            "description",
            "event_id",
            "reading",
            "mapping",
            "planned_with",
            "accounting_date",
            "original_date",
            "document_date",
            "rate_date",
            "created_at");

    private static final List<String> LINE = List.of(
            "line_number",
            "account",
            "role",
            "description",
            "business_partner",
            "dimensions",
            "tender",
            "rate_code",
            "tax_code",
            "mapping");

    @SuppressWarnings("NullAway.Init") // NullAway does not know what runs before a parameterized class
    private static Bench bench;

    private static final List<Long> ORDERS = new ArrayList<>();

    private static byte[] once = {};

    @TempDir
    private Path folder;

    EvidenceTest(Database database) {
        assertThat(database).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void start(Database database) throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", "");
        settings.put("ledger-bridge.users[1].name", "viewer");
        settings.put("ledger-bridge.users[1].password", "{noop}viewer");
        settings.put("ledger-bridge.users[1].role", "viewer");
        bench = Bench.start(settings);
        ORDERS.clear();
        once = new byte[0];
        for (int order = 0; order < 4; order++) {
            ShopOrder placed = bench.store()
                    .place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0"), 1);
            bench.store().pay(placed.id());
            bench.deliver();
            bench.await(placed.id(), "posted");
            ORDERS.add(placed.id());
        }
        long first = ORDERS.get(0);
        bench.store().refund(first, RefundRequest.of().units("CAP", 1));
        bench.deliver();
        Awaitility.await().until(() -> bench.order(first).path("journals").size() == 2);
        bench.await(first, "posted");
        String setAside = "{\"kind\":\"no-entry\",\"why\":\"<script>alert(1)</script>\"}";
        assertThat(bench.post("/api/stores/us/orders/" + first + "/set-aside", setAside)
                        .statusCode())
                .isEqualTo(202);
        bench.await(first, "set-aside");
        recordARefund(first);
        bench.await(first, "parked");
        bench.bean(Anchors.class).make(() -> {});
        bench.bean(Anchors.class).make(() -> {});
        long last = ORDERS.get(3);
        assertThat(bench.post("/api/stores/us/orders/" + last + "/set-aside", setAside)
                        .statusCode())
                .isEqualTo(202);
        bench.await(last, "set-aside");
    }

    /** One is refused, and one confirmed, by two people. */
    private static void recordARefund(long order) {
        RefundRequests requests = bench.bean(RefundRequests.class);
        Approvals approvals = bench.bean(Approvals.class);
        for (String document : List.of("CN-1", "CN-2")) {
            io.ledgerbridge.approvals.RefundRequest refund = new io.ledgerbridge.approvals.RefundRequest(
                    null,
                    new BigDecimal("5.00"),
                    BigDecimal.ZERO,
                    "store-credit",
                    LocalDate.now(ZoneOffset.UTC),
                    document,
                    "paid in the shop",
                    0);
            long asked = requests.askToRecord("us", order, refund, "anna");
            if (document.equals("CN-1")) {
                approvals.refuse(asked, "bob", "a mistake");
            } else {
                approvals.confirm(asked, "bob");
            }
        }
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        bench.close();
    }

    @Test
    void holdsWhatItSaysByTheFormulasOfItsScript() throws Exception {
        taken("order=" + ORDERS.get(0) + "&order=" + ORDERS.get(1));

        JsonNode manifest = json("manifest.json");
        assertThat(manifest.path("orders")).hasSize(2);
        for (JsonNode file : manifest.path("files")) {
            assertThat(Sha256.of(
                            Files.readString(folder.resolve(file.path("name").asText()))))
                    .as(file.path("name").asText())
                    .isEqualTo(file.path("sha256").asText());
        }
        ArrayNode links = (ArrayNode) json(file("chain.json"));
        ArrayNode again = links.deepCopy();
        hashedAgain(again);
        assertThat(again).isEqualTo(links);
        assertThat(json(file("readings.json")))
                .hasSize(2)
                .allSatisfy(reading -> assertThat(Sha256.of(reading.path("body").asText()))
                        .isEqualTo(reading.path("sha256").asText()));
        assertThat(json(file("journals.json"))).hasSize(2);
        assertThat(json(file("events.json"))).isNotEmpty();
        assertThat(json("mappings.json")).isNotEmpty();
        assertThat(Files.readString(folder.resolve(file("index.html"))))
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script");
    }

    @Test
    void isSoundByItsOwnScript() throws Exception {
        taken("from=2000-01-01&to=2100-01-01");

        assertThat(verified())
                .startsWith("OK: 4 orders")
                .contains("Anchor 2 of ")
                .contains(json("anchors.json").path(1).path("hash").asText())
                .contains("of order %d yet".formatted(ORDERS.get(3)))
                .doesNotContain("of order %d yet".formatted(ORDERS.get(1)));
    }

    /** The rows of an anchor are the text of which its digest is. */
    @Test
    void holdsTheRowsOfTheAnchorsConcerned() throws Exception {
        taken("order=" + ORDERS.get(0));

        assertThat(folder.resolve("anchored").toFile().list()).containsExactly("1.txt");
        String rows = Files.readString(folder.resolve("anchored/1.txt"));
        JsonNode anchor = json("anchors.json").path(0);
        assertThat(Sha256.of(rows)).isEqualTo(anchor.path("digest").asText());
        assertThat(rows.lines().count()).isEqualTo(anchor.path("changed").asLong());
    }

    /** Whoever forges a chain can compute all its hashes, and those of what depends on it, but not an anchor's digest. */
    @Test
    void showsAForgedChainByItsAnchor() throws Exception {
        taken("order=" + ORDERS.get(0));
        ArrayNode links = (ArrayNode) json(file("chain.json"));
        ((ObjectNode) links.get(0)).put("at", "2026-01-01T00:00:00Z");
        String old = links.get(links.size() - 1).path("hash").asText();
        String forged = hashedAgain(links);
        write(file("chain.json"), JSON.writeValueAsString(links));
        write(
                file("anchored.json"),
                Files.readString(folder.resolve(file("anchored.json"))).replace(old, forged));

        assertThat(verified()).startsWith("BROKEN: ").contains("anchor 1 holds another link");
        Path rows = folder.resolve("anchored/1.txt");
        write("anchored/1.txt", Files.readString(rows).replace(old, forged));
        assertThat(verified()).startsWith("BROKEN: ").contains("the rows of anchor 1");
        ObjectNode manifest = (ObjectNode) json("manifest.json");
        ArrayNode files = (ArrayNode) manifest.path("files");
        for (int file = files.size() - 1; file >= 0; file--) {
            if (files.path(file).path("name").asText().equals("anchored/1.txt")) {
                files.remove(file);
            }
        }
        Files.writeString(folder.resolve("manifest.json"), JSON.writeValueAsString(manifest));
        Files.delete(rows);
        assertThat(verified()).startsWith("BROKEN: ").contains("the rows of anchor 1");
        write(file("anchored.json"), "[]");
        assertThat(verified()).startsWith("BROKEN: ").contains("is older than anchor 1");
    }

    @Test
    void provesNothingWithoutOrders() throws Exception {
        taken("from=2000-01-01&to=2000-01-02");

        assertThat(verified()).startsWith("BROKEN: ").contains("no order");
    }

    @Test
    void isSoundWithWhatAComputerAddsAndWhatRetentionEmptied() throws Exception {
        taken("order=" + ORDERS.get(0));
        Files.writeString(folder.resolve(".DS_Store"), "");
        Files.createDirectories(folder.resolve("__MACOSX"));
        Files.writeString(folder.resolve("__MACOSX/._chain.json"), "");
        ArrayNode events = (ArrayNode) json(file("events.json"));
        ((ObjectNode) events.get(0)).putNull("body").put("whole", false);
        write(file("events.json"), JSON.writeValueAsString(events));

        assertThat(verified()).startsWith("OK: 1 order,");
    }

    @Test
    void leavesOutAnAnchorThatIsBeingMade() throws Exception {
        JdbcClient jdbc = bench.bean(JdbcClient.class);
        jdbc.sql(
                        "INSERT INTO audit_anchored (anchor, position, store, order_id, link, hash) VALUES (3, 1, 'us', ?, 2, ?)")
                .params(ORDERS.get(0), "0".repeat(64))
                .update();
        try {
            taken("order=" + ORDERS.get(0));
        } finally {
            jdbc.sql("DELETE FROM audit_anchored WHERE anchor = 3").update();
        }

        assertThat(json(file("anchored.json"))).hasSize(1);
        assertThat(verified()).startsWith("OK: 1 order,");
    }

    @Test
    void tellsWhatSageX3AnsweredAndWhatPeopleDecided() throws Exception {
        taken("order=" + ORDERS.get(0));

        assertThat(json(file("x3-answers.json"))).hasSizeGreaterThanOrEqualTo(2).anySatisfy(answer -> {
            assertThat(answer.path("step").asText()).isEqualTo("journal-posted");
            assertThat(answer.path("says").path("x3Number").asText()).isNotEmpty();
        });
        assertThat(json(file("set-asides.json"))).hasSize(1);
        assertThat(json(file("approvals.json"))).hasSize(2);
        assertThat(json(file("recorded-refunds.json"))).hasSize(1);
        assertThat(Files.readString(folder.resolve(file("index.html")))).contains("x3-answers", "approvals", "events");
    }

    @Test
    void holdsAllEventsOfAnOrderHoweverMany() throws Exception {
        JdbcClient jdbc = bench.bean(JdbcClient.class);
        long order = ORDERS.get(2);
        for (int event = 0; event < 250; event++) {
            jdbc.sql("""
                            INSERT INTO event (store, order_id, disposition, scope, body_sha256, received_at, whole)
                            VALUES ('us', ?, 'ignored', 'store/many', ?, CURRENT_TIMESTAMP, FALSE)""").params(order, "0".repeat(64)).update();
        }
        try {
            taken("order=" + order);
        } finally {
            jdbc.sql("DELETE FROM event WHERE scope = 'store/many'").update();
        }

        assertThat(json("orders/%d/events.json".formatted(order))).hasSizeGreaterThan(250);
        assertThat(verified()).startsWith("OK: 1 order,");
    }

    @Test
    void drawsNoOrderOfWhichNothingStands() throws Exception {
        JdbcClient jdbc = bench.bean(JdbcClient.class);
        long order = ORDERS.get(2);
        jdbc.sql("UPDATE journal SET state = 'withdrawn' WHERE order_id = ?")
                .param(order)
                .update();
        try {
            taken("from=2000-01-01&to=2100-01-01&sample=4&seed=x");
        } finally {
            jdbc.sql("UPDATE journal SET state = 'posted' WHERE order_id = ?")
                    .param(order)
                    .update();
        }

        assertThat(StreamSupport.stream(json("manifest.json").path("orders").spliterator(), false)
                        .map(JsonNode::asLong))
                .hasSize(3)
                .doesNotContain(order);
    }

    /** Whoever changes a file can change the manifest, too. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chain.json    | 2 | detail      | {}                  | link 3",
                "chain.json    | 0 | at          | 2026-01-01T00:00:00Z | link 1",
                "chain.json    | 3 |             |                     | link 4",
                "chain.json    | -1 | words      | {}                  | words of link",
                "chain.json    | -1 | words      |                     | were taken out",
                "anchored.json | 0 | link        | 1                   | holds another link",
                "/anchors.json | 0 | links       | 1                   | anchor 1 was changed",
                "/anchors.json | 0 |             |                     | anchor 1 is missing",
                "anchored.json | 0 |             |                     | doesn't say so",
                "readings.json | 0 | body        | {}                  | reading",
                "readings.json | 0 |             |                     | reading",
                "planned-with.json | 0 | body    | {}                  | planned with",
                "events.json   | 0 | body        | e30=                | event",
                "events.json   | 0 |             |                     | event",
                "events.json   | 0 | scope       | store/forged        | event",
                "lines.json    | 0 | description | Forged              | isn't what was written",
                "lines.json    | 0 | tax_code    | FORGED              | isn't what was written",
                "lines.json    | 0 | business_partner | FORGED         | isn't what was written",
                "lines.json    | 0 | dimensions  | {forged}            | isn't what was written",
                "lines.json    | 0 | tender      | forged              | isn't what was written",
                "lines.json    | 0 | line_number | 99                  | isn't what was written",
                "journals.json | 0 | description | Forged              | isn't what was written",
                "journals.json | 0 | state       | withdrawn           | chain says posted",
                "x3-answers.json | 0 | step      | journal-forged      | answer",
                "x3-answers.json | 0 |           |                     | answer",
                "lines.json    | 0 | journal_id  | 999999              | other lines",
                "lines.json    | 0 | amount      | 30.0000             | other lines",
                "lines.json    | 0 | account     | 411001              | other lines",
                "journals.json | 0 | x3_number   | FORGED1             | another number in Sage X3",
                "journals.json | 0 | accounting_date | 2026-01-01      | another accountingDate",
                "set-asides.json | 0 | kind      | by-hand             | isn't as the chain says",
                "set-asides.json | 0 | set_by    | eve                 | isn't as the chain says",
                "set-asides.json | 0 | refund_id | 7                   | is not in the chain",
                "set-asides.json | 0 |           |                     | is in the chain and missing",
                "set-asides.json | 0 | kept      | {}                  | isn't as the chain says",
                "set-asides.json | 0 | difference | true               | isn't as the chain says",
                "approvals.json | 0 | asked_by   | eve                 | isn't as the chain says",
                "approvals.json | 0 | state      | confirmed           | isn't as the chain says",
                "approvals.json | 0 | id         | 99                  | is not in the chain",
                "approvals.json | 0 |            |                     | is in the chain and missing",
                "recorded-refunds.json | 0 | amount | 50.00            | isn't as the chain says",
                "recorded-refunds.json | 0 | confirmed_by | eve        | isn't as the chain says",
                "recorded-refunds.json | 0 | removed_at | 2026-01-01T00:00:00Z | isn't as the chain says",
                "recorded-refunds.json | 0 | number | 2                | is not in the chain",
                "recorded-refunds.json | 0 |         |                 | is in the chain and missing",
                "journals.json | 1 |             |                     | in the chain and missing"
            })
    void showsWhatWasChanged(String name, int row, String column, String value, String found) throws Exception {
        unpack(once());
        ArrayNode rows = (ArrayNode) json(file(name));
        if (column == null) {
            rows.remove(row);
        } else {
            put((ObjectNode) rows.get(row < 0 ? withWords(rows) : row), column, value);
        }
        write(file(name), JSON.writeValueAsString(rows));

        assertThat(verified()).startsWith("BROKEN: ").contains(found);
    }

    @Test
    void showsAFileThatWasChangedAddedOrTakenOut() throws Exception {
        taken("order=" + ORDERS.get(1));
        Path page = folder.resolve("index.html");
        String text = Files.readString(page);

        Files.writeString(page, text + " ");
        assertThat(verified()).isEqualTo("BROKEN: index.html was changed");
        Files.delete(page);
        assertThat(verified()).isEqualTo("BROKEN: index.html is missing");
        Files.writeString(page, text);
        Files.writeString(folder.resolve("more.json"), "{}");
        assertThat(verified()).isEqualTo("BROKEN: more.json is not in the manifest");
    }

    @Test
    void drawsTheSameSampleByTheSameSeed() throws Exception {
        List<Long> expected = ORDERS.stream()
                .sorted(Comparator.comparing(order -> Sha256.of("audit 2026:" + order)))
                .limit(2)
                .sorted()
                .toList();
        taken("from=2000-01-01&to=2100-01-01&sample=2&seed=audit%202026");

        assertThat(StreamSupport.stream(json("manifest.json").path("orders").spliterator(), false)
                        .map(JsonNode::asLong))
                .isEqualTo(expected);
    }

    @Test
    void isForOperatorsAndLeavesALink() throws Exception {
        assertThat(send("viewer", "order=" + ORDERS.get(0)).statusCode()).isEqualTo(403);
        taken("order=" + ORDERS.get(2));

        JsonNode links = bench.json("/api/audit?store=us&order=0").path("items");
        JsonNode last = links.path(links.size() - 1);
        assertThat(last.path("step").asText()).isEqualTo("evidence-taken");
        assertThat(last.path("detail").path("by").asText()).isEqualTo("admin");
        assertThat(last.path("detail").path("orders").path(0).asLong()).isEqualTo(ORDERS.get(2));
    }

    @ParameterizedTest
    @CsvSource({
        "order=999999, 404",
        "'', 400",
        "from=2026-01-01, 400",
        "from=2026-02-01&to=2026-01-01, 400",
        "from=2026-01-01&to=2026-02-01&sample=2, 400",
        "from=2026-01-01&to=2026-02-01&sample=0&seed=x, 400",
        "from=2026-01-01&to=2026-02-01&order=1, 400"
    })
    void refusesWhatNamesNoOrders(String query, int status) throws Exception {
        assertThat(send("admin", query).statusCode()).isEqualTo(status);
    }

    /** Lines of a journal that the order doesn't have. */
    @Test
    void showsLinesThatWereAdded() throws Exception {
        taken("order=" + ORDERS.get(0));
        ArrayNode lines = (ArrayNode) json(file("lines.json"));
        ObjectNode more = lines.path(0).deepCopy();
        lines.add(more.put("journal_id", 999_999));
        write(file("lines.json"), JSON.writeValueAsString(lines));

        assertThat(verified()).startsWith("BROKEN: there are lines of journals");
    }

    /** Each value with its length before it, as the script has it, without needing Python. */
    @Test
    void holdsTheDigestOfEachJournalWithItsLines() throws Exception {
        taken("order=" + ORDERS.get(0));
        JsonNode lines = json(file("lines.json"));
        JsonNode links = json(file("chain.json"));

        for (JsonNode journal : json(file("journals.json"))) {
            String text = StreamSupport.stream(lines.spliterator(), false)
                    .filter(line -> line.path("journal_id").equals(journal.path("id")))
                    .map(line -> values(line, LINE)
                            + value(line.path("memo").asText())
                            + value(new BigDecimal(line.path("amount").asText())
                                    .stripTrailingZeros()
                                    .toPlainString()))
                    .collect(Collectors.joining());
            String digest = Sha256.of(values(journal, JOURNAL) + value(Sha256.of(text)));
            assertThat(links).anySatisfy(link -> {
                assertThat(link.path("step").asText()).isEqualTo("journal-written");
                assertThat(JSON.readTree(link.path("detail").asText())
                                .path("sha256")
                                .asText())
                        .isEqualTo(digest);
            });
        }
    }

    private static String values(JsonNode row, List<String> columns) {
        return columns.stream()
                .map(column -> row.path(column).isNull()
                        ? "-\n"
                        : value(row.path(column).asText()))
                .collect(Collectors.joining());
    }

    private static String value(String text) {
        return text.length() + ":" + text + "\n";
    }

    private static void put(ObjectNode row, String column, String value) {
        if (row.path(column).isNumber()) {
            row.put(column, Integer.parseInt(value));
        } else {
            row.put(column, value);
        }
    }

    private static int withWords(ArrayNode links) {
        int link = 0;
        while (links.get(link).path("words").isNull()) {
            link++;
        }
        return link;
    }

    private String file(String name) {
        return name.startsWith("/") ? name.substring(1) : "orders/%d/%s".formatted(ORDERS.get(0), name);
    }

    private JsonNode json(String name) throws IOException {
        return JSON.readTree(folder.resolve(name).toFile());
    }

    /** Each link's hash as the formula has it; returns the last. */
    private static String hashedAgain(ArrayNode links) {
        String before = "0".repeat(64);
        for (JsonNode link : links) {
            String reference = link.path("reference").isNull()
                    ? ""
                    : link.path("reference").asText();
            ((ObjectNode) link).put("previous_hash", before);
            before = Sha256.of(String.join(
                    "\n",
                    before,
                    "us",
                    ORDERS.get(0).toString(),
                    link.path("link").asText(),
                    link.path("at").asText(),
                    link.path("step").asText(),
                    reference,
                    link.path("detail").asText()));
            ((ObjectNode) link).put("hash", before);
        }
        return before;
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        signAgain(name);
    }

    private void signAgain(String name) throws IOException {
        ObjectNode manifest = (ObjectNode) json("manifest.json");
        for (JsonNode file : manifest.path("files")) {
            if (file.path("name").asText().equals(name)) {
                ((ObjectNode) file).put("sha256", Sha256.of(Files.readString(folder.resolve(name))));
            }
        }
        Files.writeString(folder.resolve("manifest.json"), JSON.writeValueAsString(manifest));
    }

    /** What the script in the folder prints; without Python the test is skipped, and says so. */
    private String verified() throws Exception {
        assumeThat(PYTHON).as("python3 is installed").isNotEmpty();
        Process python = new ProcessBuilder(PYTHON, "verify.py")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = printed(python);
        assertThat(python.waitFor()).as(said).isEqualTo(said.startsWith("OK") ? 0 : 1);
        return said;
    }

    /** The interpreter itself: what is found by that name may be a script that looks for it, and takes longer than it. */
    private static String python() {
        try {
            String found = printed(new ProcessBuilder("python3", "-c", "import sys; print(sys.executable)").start());
            return found.isEmpty() ? "python3" : found;
        } catch (IOException none) {
            return "";
        }
    }

    private static String printed(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private void taken(String query) throws Exception {
        HttpResponse<byte[]> answer = send("admin", query);
        assertThat(answer.statusCode()).isEqualTo(200);
        unpack(answer.body());
    }

    /** The first order's, taken once: what was taken doesn't change. */
    private static byte[] once() throws Exception {
        if (once.length == 0) {
            once = send("admin", "order=" + ORDERS.get(0)).body();
        }
        return once;
    }

    private void unpack(byte[] evidence) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(evidence))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null) {
                Path file = folder.resolve(entry.getName()).normalize();
                assertThat(file).startsWithRaw(folder);
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
                entry = zip.getNextEntry();
            }
        }
    }

    private static HttpResponse<byte[]> send(String user, String query) throws Exception {
        String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(bench.uri("/api/evidence?store=us&" + query))
                .header("Authorization", "Basic " + login)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
