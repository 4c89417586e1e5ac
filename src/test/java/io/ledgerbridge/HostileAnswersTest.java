package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Courier;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.Manner;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.hostile.Asked;
import io.ledgerbridge.sandbox.hostile.BadAnswer;
import io.ledgerbridge.sandbox.hostile.HostileProxy;
import io.ledgerbridge.sandbox.sagex3.Access;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A BigCommerce and a Sage X3 that answer every call of three stores badly in turn, each order's in another way. A store
 * that they leave alone posts throughout; and when they behave again, all goes on by itself, each order once. With
 * {@code -Dhostile=full} each kind of bad answer meets each call of each interface.
 */
@Timeout(300)
@SuppressWarnings("EnumOrdinal") // the kinds are dealt out in turn
class HostileAnswersTest {

    private static final Map<String, String> ILL = Map.of("us", "BC", "rest", "REST", "soap", "SOAP");
    private static final String WELL = "eu";
    private static final long FIRST = 1000;

    /** Where a bad answer meets an order. */
    private enum Step {
        ORDER(asked -> asked.target().matches(".*/v2/orders/\\d+\\?.*")),
        PRODUCTS(asked -> asked.target().contains("/products")),
        REFUNDS(asked -> asked.target().contains("/refunds")),
        LOOK_UP(asked -> asked.text().contains("$query")
                || asked.text().contains("{\"query\":\"query")
                || asked.text().contains(":query>")),
        /** What a look-up by REST or SOAP found is read whole; here after a create whose answer never came. */
        DETAILS(asked -> asked.text().contains("$details") || asked.text().contains(":read>")),
        CREATE(asked -> asked.text().contains("$create")
                || asked.text().contains("mutation")
                || asked.text().contains(":save>"));

        @SuppressWarnings("ImmutableEnumChecker") // it looks at what it is given and keeps nothing
        private final Predicate<Asked> its;

        Step(Predicate<Asked> its) {
            this.its = its;
        }

        boolean isAtX3() {
            return this == LOOK_UP || this == DETAILS || this == CREATE;
        }
    }

    /** One order and what it meets, once. */
    private record Cell(String store, Step step, BadAnswer kind) {}

    private final HostileProxy shop = new HostileProxy(null);
    private final HostileProxy x3 = new HostileProxy(null);
    private final Map<String, Cell> cells = new ConcurrentHashMap<>();
    private volatile @Nullable Bench running;
    private final Set<String> met = ConcurrentHashMap.newKeySet();

    @Test
    void harmNobodyElseAndLeaveNothingBehind() throws Exception {
        shop.answer(asked -> bad(asked, false));
        x3.answer(asked -> bad(asked, true));
        try (shop;
                x3;
                Bench bench = Bench.start(settings(), List.of("rest", "soap", WELL), this::putBetween)) {
            running = bench;
            ILL.keySet().forEach(key -> store(bench, key).firstOrder(FIRST));
            cells().forEach(cell -> place(bench, cell));
            List<Long> well = new ArrayList<>();
            ILL.keySet().forEach(key -> deliver(bench, key));

            Awaitility.await("all of " + cells.size() + " met")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> {
                        well.add(postsSoon(bench));
                        return met.size() == cells.size();
                    });
            for (int i = 0; i < 3; i++) {
                well.add(postsSoon(bench));
            }

            assertThat(well).allMatch(millis -> millis < 15_000);
            awaitRest(bench);
        }
    }

    /** The lists that no order asks for: of orders, of refunds, of webhooks. Each look at each meets the next kind. */
    @Test
    void keepNoListFromBeingReadOnceTheyEnd() throws Exception {
        Map<String, Integer> turns = new ConcurrentHashMap<>();
        shop.answer(asked -> {
            String list = asked.method() + asked.target().replaceAll("\\?.*|.*/v[23]/|\\d+$", "");
            int turn = turns.merge(list, 1, Integer::sum) - 1;
            return turn < BadAnswer.values().length && !asked.target().matches(".*/orders/\\d+.*")
                    ? Optional.of(BadAnswer.values()[turn])
                    : Optional.empty();
        });
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("ledger-bridge.public-url", "http://bridge.invalid");
        settings.put("ledger-bridge.sweep.interval", "200ms");
        settings.put("ledger-bridge.hooks.check-interval", "200ms");
        settings.put("ledger-bridge.stores.us.bigcommerce.api-url", shop.url());
        try (shop;
                x3;
                Bench bench = Bench.start(settings, List.of(WELL), this::putBetween)) {
            ShopOrder ill = paid(bench.store());
            List<String> well = new ArrayList<>();

            Awaitility.await("every list")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        well.add("EU" + paid(bench.store(WELL)).id());
                        return turns.values().stream()
                                        .filter(turn -> turn > BadAnswer.values().length)
                                        .count()
                                >= 3;
                    });

            Awaitility.await("the order that nothing but a list tells of")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> references(bench).contains("BC" + ill.id())
                            && references(bench).containsAll(well));
            assertThat(references(bench)).doesNotHaveDuplicates();
        }
    }

    /** Waits for the ill stores' orders; those that parked are replayed, which must be what they need. */
    private void awaitRest(Bench bench) throws Exception {
        Set<String> wanted = cells.keySet();
        Instant end = Instant.now().plusSeconds(120);
        while (!references(bench).containsAll(wanted) && Instant.now().isBefore(end)) {
            for (String key : ILL.keySet()) {
                bench.post("/api/parked/replay", "{\"store\":\"" + key + "\"}");
            }
            Awaitility.await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        }
        List<String> all = references(bench);
        assertThat(wanted.stream().filter(each -> !all.contains(each)).map(each -> each + " " + cells.get(each)))
                .isEmpty();
        assertThat(all).doesNotHaveDuplicates();
    }

    private static List<String> references(Bench bench) {
        return bench.entries().stream().map(PostedEntry::reference).toList();
    }

    private long postsSoon(Bench bench) {
        Instant begun = Instant.now();
        ShopOrder order = paid(bench.store(WELL));
        deliver(bench, WELL);
        String reference = "EU" + order.id();
        Awaitility.await(reference)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> references(bench).contains(reference));
        return Duration.between(begun, Instant.now()).toMillis();
    }

    private Optional<BadAnswer> bad(Asked asked, boolean atX3) {
        String about = atX3 ? asked.text() + " " + referenceIn(asked) : asked.text();
        for (Map.Entry<String, Cell> each : cells.entrySet()) {
            Cell cell = each.getValue();
            boolean its = cell.step().isAtX3() == atX3 && isOf(asked, about, each.getKey(), cell, atX3);
            if (its && cell.step().its.test(asked) && met.add(each.getKey())) {
                return Optional.of(cell.kind());
            }
            if (its && cell.step() == Step.DETAILS && Step.CREATE.its.test(asked)) {
                return Optional.of(BadAnswer.HUNG_UP);
            }
        }
        return Optional.empty();
    }

    /** X3 is asked for details by its own number. */
    private String referenceIn(Asked asked) {
        Bench bench = running;
        return bench == null || !Step.DETAILS.its.test(asked)
                ? ""
                : bench.entries().stream()
                        .filter(entry -> asked.text().contains(entry.number()))
                        .map(PostedEntry::reference)
                        .findFirst()
                        .orElse("");
    }

    private static boolean isOf(Asked asked, String about, String reference, Cell cell, boolean atX3) {
        if (atX3) {
            return about.contains(reference);
        }
        String id = reference.replaceAll("\\D", "");
        return asked.target().contains("/stores/" + hash(cell.store()) + "/")
                && asked.target().contains("/orders/" + id);
    }

    private void place(Bench bench, Cell cell) {
        ShopOrder order = paid(store(bench, cell.store()));
        cells.put(ILL.get(cell.store()) + order.id(), cell);
    }

    private static Stream<Cell> cells() {
        if ("full".equals(System.getProperty("hostile"))) {
            return Stream.of(BadAnswer.values())
                    .flatMap(kind -> Stream.of(Step.values())
                            .flatMap(step -> stores(step).stream().map(store -> new Cell(store, step, kind))));
        }
        return Stream.of(BadAnswer.values())
                .flatMap(kind -> Stream.of(
                        cell(Step.values()[kind.ordinal() % 3], kind),
                        cell(Step.values()[3 + kind.ordinal() % 3], kind)));
    }

    /** Of one store in turn. */
    private static Cell cell(Step step, BadAnswer kind) {
        List<String> stores = stores(step);
        return new Cell(stores.get(kind.ordinal() / 3 % stores.size()), step, kind);
    }

    private static List<String> stores(Step step) {
        return switch (step) {
            case ORDER, PRODUCTS, REFUNDS -> List.of("us");
            case DETAILS -> List.of("rest", "soap");
            case LOOK_UP, CREATE -> List.of("us", "rest", "soap");
        };
    }

    private static ShopOrder paid(Store store) {
        ShopOrder order = store.place(
                Cart.in("USD").with(Item.of("CAP", "Cap", "15.00").times(2)).taxRate("0.10"), 1);
        store.pay(order.id());
        return order;
    }

    private static Store store(Bench bench, String key) {
        return key.equals(Bench.STORE) ? bench.store() : bench.store(key);
    }

    private static String hash(String key) {
        return key.equals(Bench.STORE) ? "abc123" : key + "123";
    }

    private void deliver(Bench bench, String key) {
        Store store = store(bench, key);
        if (!key.equals(Bench.STORE) && store.hooks().of(Bench.token(key)).isEmpty()) {
            store.hooks()
                    .create(
                            Bench.token(key),
                            "store/order/*",
                            bench.uri("/webhooks/bigcommerce/" + key),
                            true,
                            Map.of());
        }
        new Courier(store).deliver(Manner.plain().inParallel(4).withTimeFactor(0));
    }

    private void putBetween(String shopUrl, String x3Url) {
        shop.before(shopUrl);
        x3.before(x3Url);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String key : ILL.keySet()) {
            String its = "ledger-bridge.stores." + key + ".";
            settings.put(its + "bigcommerce.api-url", shop.url());
            settings.put(its + "sage-x3.url", x3.url());
            settings.put(its + "sage-x3.auth.audience", "{x3}/xtrem/api");
        }
        for (String key : List.of("rest", "soap")) {
            String its = "ledger-bridge.stores." + key + ".sage-x3.";
            settings.put(its + "api", key);
            settings.put(its + "auth.type", "basic");
            settings.put(its + "auth.password", Access.PASSWORD);
        }
        return settings;
    }
}
