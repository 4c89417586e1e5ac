package io.ledgerbridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Bench;
import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.WholeProgram;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Needs you and Audit list can be taken along as a file: the same rows, all of them. */
@OnEachDatabase
@WholeProgram
class ExportsTest {

    private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");
    private static final Pattern PARKED = Pattern.compile("<th scope=\"row\"><a href=\"/orders/([a-z]+)/(\\d+)[\"?]");
    private static final Pattern LINK =
            Pattern.compile("store=([a-z]+)&amp;order=(\\d+)&amp;after=[^\"]*#link-(\\d+)\"");
    private static final Pattern NEXT = Pattern.compile(
            "<a [^>]*?href=\"([^\"]+)\"[^>]*? ?rel=\"next\"|<a [^>]*?rel=\"next\"[^>]*? href=\"([^\"]+)\"");

    /** More than are in memory at once. */
    private static final int MANY = 2030;

    @SuppressWarnings("NullAway.Init") // NullAway does not know what runs before a parameterized class
    private static Bench bench;

    ExportsTest(Database database) {
        assertThat(database).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void write(Database database) {
        Map<String, String> settings = new HashMap<>();
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        bench = Bench.start(settings, List.of("eu"));
        for (int order = 1; order <= MANY; order++) {
            park(
                    database,
                    "us",
                    order,
                    "closed-period",
                    order % 10 == 0 ? null : order % 7 + ".50",
                    order % 50 == 0 ? "admin" : null);
        }
        park(database, "us", 5001, "gave-up", "100.00", "admin");
        park(database, "eu", 5002, "gave-up", "7.00", null);
        park(database, "eu", 5003, "of-another-version", "1.00", null);
        for (int event = 0; event < 3; event++) {
            database.jdbc()
                    .sql("""
                            INSERT INTO event (store, disposition, scope, body_sha256, received_at)
                            VALUES ('us', 'unreadable', 'store/order/created', :hash, :at)""")
                    .param("hash", "%064d".formatted(event))
                    .param("at", NOON.atOffset(ZoneOffset.UTC))
                    .update();
        }
        for (int order = 1; order <= 120; order++) {
            link(
                    database,
                    order % 2 == 0 ? "us" : "eu",
                    order,
                    order % 3 == 0 ? "note-written" : "set-aside",
                    "M. Keller");
        }
        link(database, "us", 9000, "note-written", "=1+1");
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "closed-period?",
                "closed-period?store=us&assigned=nobody",
                "closed-period?assigned=me",
                "gave-up?",
                "gave-up?store=eu",
                "closed-period?store=eu",
                "of-another-version?"
            })
    void haveTheRowsOfTheCausesPages(String page) throws Exception {
        String file = "/needs-you/export.csv?reason=" + page.replace("?", "&");

        assertThat(csv(file))
                .extracting(row -> row.get("store") + " " + row.get("order"))
                .containsExactlyInAnyOrderElementsOf(pages("/needs-you/" + page, PARKED));
    }

    @Test
    void haveEveryCauseAndTheDeliveriesThatCanNotBeRead() throws Exception {
        List<CSVRecord> all = csv("/needs-you/export.csv");
        assertThat(all).hasSize(MANY + 3 + 3);
        assertThat(all.stream()
                        .map(row -> row.get("order") + "/" + row.get("event"))
                        .distinct())
                .hasSize(MANY + 3 + 3);
        assertThat(all.subList(0, MANY + 3))
                .as("the longest ago first")
                .isSortedAccordingTo(Comparator.comparing(row -> row.get("since")));
        assertThat(all.subList(MANY + 3, all.size()))
                .allSatisfy(row -> assertThat(row.get("reason")).isEqualTo("unreadable-event"));
        assertThat(csv("/needs-you/export.csv?store=eu")).hasSize(2);
        assertThat(csv("/needs-you/export.csv?reason=unreadable-event")).hasSize(3);
        assertThat(html("/needs-you?month=all")).contains("/needs-you/export.csv", "/needs-you/export.xlsx");
    }

    @Test
    void sayOfAnOrderWhatItsRowSays() throws Exception {
        CSVRecord row = csv("/needs-you/export.csv?reason=gave-up&store=us").get(0);

        assertThat(row.toMap())
                .containsEntry("reason", "gave-up")
                .containsEntry("notInLedger", "100.00")
                .containsEntry("currency", "EUR")
                .containsEntry("since", "2026-11-03T10:36:39Z")
                .containsEntry("assignedTo", "admin")
                .containsEntry("tries", "4")
                .containsEntry("detail", "'=HYPERLINK(\"http://x\")")
                .containsEntry("remedy", "Look at it.");
        assertThat(html("/needs-you/gave-up?store=us")).contains(row.get("reasonInWords"));
        assertThat(csv("/needs-you/export.csv?reason=gave-up", "de").get(0).get("reasonInWords"))
                .isNotEqualTo(row.get("reasonInWords"));
    }

    @Test
    void areSheetsToo() throws Exception {
        XSSFSheet parked = sheet("/needs-you/export.xlsx?reason=gave-up&store=us");
        assertThat(parked.getLastRowNum()).isEqualTo(1);
        XSSFRow first = parked.getRow(1);
        assertThat(first.getCell(6).getNumericCellValue()).isEqualTo(100.0);
        assertThat(first.getCell(11).getCellType()).isEqualTo(CellType.STRING);
        assertThat(sheet("/needs-you/export.xlsx").getLastRowNum()).isEqualTo(MANY + 6);
        assertThat(sheet("/audit/steps/export.xlsx?by=M.%20Keller").getLastRowNum())
                .isEqualTo(120);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by=M.%20Keller",
                "by=M.%20Keller&store=eu",
                "by=M.%20Keller&step=note-written",
                "step=set-aside&from=2026-11-01&to=2026-11-30",
                "by=M.%20Keller&from=2026-11-01&to=2026-11-30",
                "by=M.%20Keller&from=2026-11-04",
                "by=nobody"
            })
    void haveTheLinksOfThePagesOfAudit(String asked) throws Exception {
        assertThat(csv("/audit/steps/export.csv?" + asked))
                .extracting(row -> row.get("store") + " " + row.get("order") + " " + row.get("link"))
                .containsExactlyElementsOf(pages("/audit/steps?month=all&" + asked, LINK));
    }

    @Test
    void sayOfALinkWhatItsRowSays() throws Exception {
        CSVRecord row = csv("/audit/steps/export.csv?by=%3D1%2B1").get(0);

        assertThat(row.toMap())
                .containsEntry("at", "2026-11-03T12:00:00Z")
                .containsEntry("step", "note-written")
                .containsEntry("stepInWords", "Note written")
                .containsEntry("by", "'=1+1")
                .containsEntry("reference", "BC9000")
                .containsEntry("detail", "kind: no-entry");
        assertThat(html("/audit/steps?by=M.%20Keller&month=all"))
                .contains("/audit/steps/export.csv?", "/audit/steps/export.xlsx?");
    }

    private static List<String> pages(String first, Pattern row) throws Exception {
        List<String> rows = new ArrayList<>();
        for (String page = first; page != null; ) {
            String html = html(page);
            Matcher found = row.matcher(html);
            while (found.find()) {
                rows.add(found.group(1) + " " + found.group(2) + (found.groupCount() > 2 ? " " + found.group(3) : ""));
            }
            page = next(html);
        }
        return rows;
    }

    private static @Nullable String next(String html) {
        Matcher next = NEXT.matcher(html);
        if (!next.find()) {
            return null;
        }
        return (next.group(1) == null ? next.group(2) : next.group(1))
                .replace("&amp;", "&")
                .replace(" ", "%20");
    }

    private static String html(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path, "en");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static List<CSVRecord> csv(String path) throws Exception {
        return csv(path, "en");
    }

    private static List<CSVRecord> csv(String path, String language) throws Exception {
        HttpResponse<byte[]> answer = get(path, language);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(text).as("by which Excel knows UTF-8").startsWith("\uFEFF");
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .get()
                .parse(new StringReader(text.substring(1)))
                .getRecords();
    }

    private static XSSFSheet sheet(String path) throws Exception {
        return new XSSFWorkbook(new ByteArrayInputStream(get(path, "en").body())).getSheetAt(0);
    }

    private static HttpResponse<byte[]> get(String path, String language) throws Exception {
        URI address = bench.uri(path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8)))
                .header("Accept-Language", language)
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer;
    }

    /** @param lacks what the ledger lacks; null where BigCommerce was not read */
    private static void park(
            Database database,
            String store,
            long order,
            String reason,
            @Nullable String lacks,
            @Nullable String assigned) {
        Map<String, Object> values = new HashMap<>(Map.of("store", store, "order", order, "reason", reason));
        values.put("total", lacks == null ? null : new BigDecimal(lacks));
        values.put("assigned", assigned);
        values.put("at", NOON.minusSeconds(order).atOffset(ZoneOffset.UTC));
        database.jdbc().sql("""
                        INSERT INTO due_order (store, order_id, marks, outcome, reason, detail, remedy, currency, total, refunded,
                                               in_ledger, attempts, assigned_to, settled_at)
                        VALUES (:store, :order, 1, 'parked', :reason, '=HYPERLINK("http://x")', 'Look at it.', 'EUR', :total, 0, 0, 4,
                                :assigned, :at)""").params(values).update();
    }

    private static void link(Database database, String store, long order, String step, String by) {
        database.jdbc()
                .sql("""
                        INSERT INTO audit (store, order_id, link, at, step, reference, detail, previous_hash, hash)
                        VALUES (:store, :order, 1, :at, :step, :reference, :detail, :hash, :hash)""")
                .param("store", store)
                .param("order", order)
                .param("at", NOON.minusSeconds(9000 - order).atOffset(ZoneOffset.UTC))
                .param("step", step)
                .param("reference", "BC" + order)
                .param("detail", "{\"by\":\"%s\",\"kind\":\"no-entry\",\"wordsSha256\":\"%064d\"}".formatted(by, 0))
                .param("hash", "0".repeat(64))
                .update();
    }
}
