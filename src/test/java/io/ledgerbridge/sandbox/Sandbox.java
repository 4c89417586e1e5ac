package io.ledgerbridge.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.LedgerBridge;
import io.ledgerbridge.inbox.OrderStates;
import io.ledgerbridge.sandbox.day.Comparison;
import io.ledgerbridge.sandbox.day.Day;
import io.ledgerbridge.sandbox.day.DayBooks;
import io.ledgerbridge.sandbox.day.Ledger;
import io.ledgerbridge.sandbox.sagex3.ConnectedApp;
import io.ledgerbridge.sandbox.sagex3.Folder;
import io.ledgerbridge.sandbox.sagex3.SageX3Sandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
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
    private static final String CLOSED_PERIOD = "closed-period";
    private static final Path DATA = Path.of("target", "sandbox");

    private final SageX3Sandbox x3;
    private final Day day;
    private final ConfigurableApplicationContext bridge;
    private final PrintStream out;

    private Sandbox(int shopPort, int x3Port, Map<String, Object> settings, PrintStream out) {
        this.out = out;
        x3 = SageX3Sandbox.start(
                x3Port,
                io.ledgerbridge.sandbox.sagex3.Ledger.of(Folder.sample(DayBooks.FOLDER)
                        .sites(DayBooks.sites().toArray(String[]::new))
                        .businessPartners(DayBooks.businessPartners().toArray(String[]::new))
                        .accounts(DayBooks.accounts().toArray(String[]::new))
                        .close(DayBooks.CLOSED)));
        x3.access()
                .user(DayBooks.X3_USER, DayBooks.X3_PASSWORD)
                .connectedApp(new ConnectedApp(
                        DayBooks.X3_CLIENT_ID,
                        DayBooks.X3_CLIENT_SECRET,
                        x3.url() + "/xtrem/api",
                        Duration.ofHours(1)));
        day = new Day(shopPort, SEED, out);
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.putAll(DayBooks.settings(day.sandbox().url(), x3.url(), x3.url()));
        all.put("logging.level.root", "warn");
        bridge = bridge(all);
        day.sendTo(URI.create("http://localhost:" + bridge.getEnvironment().getProperty("local.server.port")));
    }

    /**
     * Starts all three, with the ports that are free.
     *
     * @param settings laid over the program's own, such as another database
     */
    public static Sandbox start(Map<String, Object> settings, PrintStream out) {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.put("server.port", "0");
        return new Sandbox(0, 0, all, out);
    }

    public static void main(String[] args) throws IOException {
        forgetEarlierData();
        String database = "jdbc:h2:file:./%s/ledger-bridge;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
                + ";DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        Sandbox sandbox =
                new Sandbox(SHOP_PORT, X3_PORT, Map.of("spring.datasource.url", database.formatted(DATA)), System.out);
        boolean good = sandbox.play();
        if (List.of(args).contains("--exit")) {
            sandbox.close();
            System.exit(good ? 0 : 1);
        }
        sandbox.invite();
    }

    /** Plays the day and prints the comparison; whether everything settled and nothing differs. */
    public boolean play() {
        OrderStates orders = bridge.getBean(OrderStates.class);
        BooleanSupplier nothingUnderWay = () -> orders.underWay() == 0;
        boolean settled = day.play(nothingUnderWay, PATIENCE) && openPeriod(nothingUnderWay);
        boolean differs = Comparison.of(day, ledger()).print(out);
        return settled && !differs;
    }

    /** What an accountant and an operator do about orders that parked since their month was closed. */
    private boolean openPeriod(BooleanSupplier nothingUnderWay) {
        int parked = parked();
        x3.ledger().folder(DayBooks.FOLDER).open(DayBooks.CLOSED);
        operator()
                .post()
                .uri("/api/parked/replay")
                .body(Map.of("store", "us", "reason", CLOSED_PERIOD))
                .retrieve()
                .toBodilessEntity();
        boolean settled = Day.await(nothingUnderWay, PATIENCE);
        out.printf(
                "  %s is opened in X3%n      %d parked order(s) replayed · %d left%n",
                DayBooks.CLOSED, parked, parked());
        return settled && parked > 0 && parked() == 0;
    }

    private int parked() {
        return operator()
                .get()
                .uri("/api/parked?reason=" + CLOSED_PERIOD)
                .retrieve()
                .body(JsonNode.class)
                .path("total")
                .asInt();
    }

    private RestClient operator() {
        return RestClient.builder()
                .baseUrl("http://localhost:" + bridge.getEnvironment().getProperty("local.server.port"))
                .defaultHeaders(headers -> headers.setBasicAuth("operator", "operator"))
                .build();
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
        out.println(
                "  Ledger Bridge keeps running; Ctrl-C ends it. Log in as viewer, operator or admin, with the same");
        out.println("  word as password:");
        out.println("    curl -u viewer:viewer localhost:8080/api/stores/us/orders/1001");
        out.println("    curl -u viewer:viewer -H 'Accept: text/csv' 'localhost:8080/api/journals?store=eu'");
    }

    private static ConfigurableApplicationContext bridge(Map<String, Object> settings) {
        SpringApplication application = new SpringApplication(LedgerBridge.class);
        application.setBannerMode(Banner.Mode.OFF);
        String[] loud = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return application.run(loud);
    }

    private static void forgetEarlierData() throws IOException {
        if (Files.exists(DATA)) {
            try (Stream<Path> files = Files.walk(DATA)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
