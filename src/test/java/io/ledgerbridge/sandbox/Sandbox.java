package io.ledgerbridge.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.LedgerBridge;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.sandbox.day.Comparison;
import io.ledgerbridge.sandbox.day.Day;
import io.ledgerbridge.sandbox.day.DayBooks;
import io.ledgerbridge.sandbox.day.DayBooks.Shop;
import io.ledgerbridge.sandbox.day.Ledger;
import io.ledgerbridge.sandbox.sagex3.SageX3Sandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.client.RestClient;

/**
 * {@code mvn spring-boot:test-run}: starts a BigCommerce on 8081, a Sage X3 on 8082 and Ledger Bridge on 8080 between
 * them, plays a day of orders through signed webhooks, and prints what Sage X3 then holds beside what BigCommerce says
 * it should. It keeps running to be looked at; {@code --exit} ends it, with status 1 on any difference.
 */
public final class Sandbox implements AutoCloseable {

    private static final int SHOP_PORT = 8081;
    private static final int X3_PORT = 8082;
    private static final long SEED = 20261031;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);
    private static final Path DATA = Path.of("target", "sandbox");

    private final SageX3Sandbox x3;
    private final Day day;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final PrintStream out;
    private ConfigurableApplicationContext bridge;

    private Sandbox(int shopPort, int x3Port, Map<String, String> others, PrintStream out) {
        this.out = out;
        x3 = DayBooks.x3(x3Port);
        x3.ledger().folder(DayBooks.FOLDER).close(DayBooks.CLOSED);
        day = new Day(shopPort, SEED, out);
        settings.putAll(DayBooks.settings(day.sandbox().url(), x3.url()));
        settings.put("logging.level.root", "warn");
        // its plain HTTP and plain passwords
        settings.put("logging.level.io.ledgerbridge.start.SettingsBeans", "error");
        settings.putAll(others);
        bridge = run(settings);
        day.sendTo(address());
    }

    /**
     * Starts all three, with ports that are free.
     *
     * @param settings laid over the program's own, such as another database
     */
    public static Sandbox start(Map<String, String> settings, PrintStream out) {
        Sandbox sandbox = quiet(settings, out);
        sandbox.day.written();
        return sandbox;
    }

    /** Likewise, without the day: nothing is sold until somebody writes it. */
    public static Sandbox quiet(Map<String, String> settings, PrintStream out) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("server.port", "0");
        all.put("ledger-bridge.hooks.register", "false");
        Sandbox sandbox = new Sandbox(0, 0, all, out);
        Stream.of(Shop.values()).forEach(shop -> sandbox.day.store(shop).quota(10_000, Duration.ofSeconds(30)));
        return sandbox;
    }

    public static void main(String[] args) {
        try {
            playADay(List.of(args).contains("--exit"));
        } catch (IOException | RuntimeException failed) {
            // such as a port that is taken: the stand-ins' threads would keep the process
            failed.printStackTrace();
            System.exit(1);
        }
    }

    private static void playADay(boolean exit) throws IOException {
        FileSystemUtils.deleteRecursively(DATA);
        String database = "jdbc:h2:file:./%s/ledger-bridge;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
                + ";DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        Sandbox sandbox =
                new Sandbox(SHOP_PORT, X3_PORT, Map.of("spring.datasource.url", database.formatted(DATA)), System.out);
        sandbox.day.written();
        boolean good = sandbox.play();
        if (exit) {
            sandbox.close();
            System.exit(good ? 0 : 1);
        }
        sandbox.leaveSomethingToDo();
        sandbox.invite();
    }

    /** Plays on until something is left on every page of the console: what parks for several causes, and what is held. */
    public boolean leaveSomethingToDo() {
        day.writeWhatIsLeft();
        return play(Day.Act.LEFT);
    }

    /** Plays the day and prints the comparison; whether everything settled, nothing is parked and nothing differs. */
    public boolean play() {
        boolean settled = play(Day.Act.ORDERS);
        settled &= play(Day.Act.CHANGES);
        settled &= operatorDoes("Two people record what was paid back at the gateway", this::recordRefunds);
        settled &= operatorDoes("What was entered by hand is set aside", this::setAside);
        restart("The pop-up shop gets other accounts, one of them mistyped", DayBooks.remappedByMistake());
        settled &= play(Day.Act.SECOND_THOUGHTS);
        restart("The mistyped account is mended", DayBooks.remapped());
        x3.ledger().folder(DayBooks.FOLDER).open(DayBooks.CLOSED);
        settled &= operatorDoes(
                "%s is opened in X3, and what is parked replayed".formatted(DayBooks.CLOSED),
                shop -> call("/api/parked/replay", Map.of("store", shop.key())));
        settled &= operatorDoes("Both stores are backfilled from %s on".formatted(DayBooks.BACKFILLED), this::backfill);
        boolean differs = Comparison.of(day, ledger()).print(out);
        boolean isSame = isTheSamePlannedAgain();
        boolean isWhole = isWholeTrail();
        return isSame && isWhole && settled && parked().isEmpty() && !differs;
    }

    /** Every journal from the reading that is kept of its order, whatever was mapped anew since. */
    private boolean isTheSamePlannedAgain() {
        String url = "/api/audit/verify?recompute=true";
        call(url, Map.of());
        Day.await(() -> !ask(url).path("state").asText().equals("running"), PATIENCE);
        JsonNode again = ask(url);
        out.printf(
                "  Planned again from the kept readings: %s of %s journals come out otherwise%n",
                again.path("different"), again.path("checked"));
        again.path("found").forEach(found -> out.println("  ! " + found));
        return again.path("ok").asBoolean() && again.path("notKept").asLong() == 0;
    }

    /** Everything that was done and decided is as the audit trail says. */
    private boolean isWholeTrail() {
        String url = "/api/audit/verify";
        call(url, Map.of());
        Day.await(() -> !ask(url).path("state").asText().equals("running"), PATIENCE);
        JsonNode trail = ask(url);
        out.printf(
                "  The audit trail is verified: %s links, %s things don't fit%n",
                trail.path("checked"), trail.path("foundCount"));
        trail.path("found").forEach(found -> out.println("  ! " + found));
        return trail.path("ok").asBoolean();
    }

    private boolean play(Day.Act act) {
        boolean settled = day.play(act, this::nothingUnderWay, PATIENCE);
        tellParked();
        return settled;
    }

    public boolean nothingUnderWay() {
        return bridge.getBean(OrderStates.class).underWay() == 0;
    }

    /** Stops the bridge and starts it again with these settings changed. */
    public void restart(String why, Map<String, String> changes) {
        out.println("  " + why);
        settings.putAll(changes);
        bridge.close();
        bridge = run(settings);
        day.sendTo(address());
    }

    private boolean operatorDoes(String what, Consumer<Shop> deed) {
        out.println("  " + what);
        Stream.of(Shop.values()).forEach(deed);
        boolean settled = Day.await(this::nothingUnderWay, PATIENCE);
        tellParked();
        return settled;
    }

    /** All that the order holds. */
    private void recordRefunds(Shop shop) {
        for (JsonNode parked : parked(shop, "refunded-without-refund")) {
            String url = "/api/stores/%s/orders/%d"
                    .formatted(shop.key(), parked.path("order").asLong());
            JsonNode lines = ask(url).path("journals").path(0).path("lines");
            long approval = call(
                            url + "/refunds",
                            Map.of(
                                    "amount",
                                    amount(lines, "receivable"),
                                    "tax",
                                    amount(lines, "sales-tax"),
                                    "tender",
                                    "receivable",
                                    "date",
                                    "2026-11-03",
                                    "document",
                                    "CN-" + parked.path("order").asText(),
                                    "why",
                                    "the gateway can't refund by BigCommerce"))
                    .path("id")
                    .asLong();
            as("admin")
                    .post()
                    .uri("/api/approvals/%d/confirm".formatted(approval))
                    .retrieve()
                    .toBodilessEntity();
        }
    }

    private static String amount(JsonNode lines, String role) {
        return StreamSupport.stream(lines.spliterator(), false)
                .filter(line -> line.path("role").asText().equals(role))
                .map(line -> line.path("amount").asText().replace("-", ""))
                .findFirst()
                .orElse("0");
    }

    private void setAside(Shop shop) {
        for (String reason : List.of("unmapped-channel", "refund-of-earlier-order")) {
            for (JsonNode parked : parked(shop, reason)) {
                call(
                        "/api/stores/%s/orders/%d/set-aside"
                                .formatted(shop.key(), parked.path("order").asLong()),
                        Map.of("kind", "by-hand", "x3Number", "FR011-HAND-1", "why", "entered by hand: " + reason));
            }
        }
    }

    private List<JsonNode> parked(Shop shop, String reason) {
        String query = "/api/parked?size=500&store=%s&reason=%s".formatted(shop.key(), reason);
        return StreamSupport.stream(ask(query).path("items").spliterator(), false)
                .toList();
    }

    private void backfill(Shop shop) {
        long id = call(
                        "/api/stores/%s/backfill".formatted(shop.key()),
                        Map.of("from", DayBooks.BACKFILLED.toString(), "to", LAST_DAY.toString()))
                .path("id")
                .asLong();
        Day.await(() -> ask("/api/backfills/" + id).path("state").asText().equals("done"), PATIENCE);
        out.printf("      %s: %s%n", shop.key(), ask("/api/backfills/" + id));
    }

    private void tellParked() {
        out.printf("      %s%n", parked().isEmpty() ? "nothing is parked" : "parked: " + parked());
    }

    /** How many orders are parked, by reason. */
    public Map<String, Long> parked() {
        return StreamSupport.stream(ask("/api/parked?size=500").path("items").spliterator(), false)
                .collect(Collectors.groupingBy(
                        order -> order.path("reason").asText(), TreeMap::new, Collectors.counting()));
    }

    private JsonNode ask(String path) {
        return as("operator").get().uri(path).retrieve().body(JsonNode.class);
    }

    private JsonNode call(String path, Map<String, String> body) {
        return as("operator").post().uri(path).body(body).retrieve().body(JsonNode.class);
    }

    private RestClient as(String user) {
        return RestClient.builder()
                .baseUrl(address().toString())
                .defaultHeaders(headers -> headers.setBasicAuth(user, user))
                .build();
    }

    public URI address() {
        return URI.create("http://localhost:" + bridge.getEnvironment().getProperty("local.server.port"));
    }

    public ConfigurableApplicationContext bridge() {
        return bridge;
    }

    public Day day() {
        return day;
    }

    public SageX3Sandbox sageX3() {
        return x3;
    }

    @Override
    public void close() {
        bridge.close();
        day.close();
        x3.close();
    }

    private Ledger ledger() {
        return () -> Ledger.of(x3.ledger().entries(DayBooks.FOLDER));
    }

    private void invite() {
        out.println();
        out.printf("  Ledger Bridge keeps running; Ctrl-C ends it. Open %s/?month=all%n", address());
        out.println("  and log in as viewer, operator or admin, with the same word as password. Or ask by");
        out.println("    curl -u viewer:viewer localhost:8080/api/stores/us/orders/1004");
        out.println("    curl -u viewer:viewer -H 'Accept: text/csv' 'localhost:8080/api/journals?store=eu'");
    }

    private static ConfigurableApplicationContext run(Map<String, String> settings) {
        SpringApplication application = new SpringApplication(LedgerBridge.class);
        application.setBannerMode(Banner.Mode.OFF);
        String[] loud = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return application.run(loud);
    }
}
