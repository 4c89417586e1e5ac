package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.Claims;
import io.ledgerbridge.queue.DrainSettings;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.queue.QueueBeans;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.Access;
import io.ledgerbridge.sandbox.sagex3.Call;
import io.ledgerbridge.sandbox.sagex3.Fault;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import io.ledgerbridge.work.ClockOffset;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Processes on one PostgreSQL whose clocks are two minutes apart, which is longer than a lease. */
@WholeProgram
@Tag(WholeProgram.RELIABILITY)
class ClocksApartTest {

    private static final Duration LEASE = Duration.ofMinutes(1);

    @ParameterizedTest
    @ValueSource(longs = {120, -120})
    void keepsAnOrderFromAProcessWhoseClockIsOff(long seconds) {
        try (Database database = Databases.postgresql();
                AnnotationConfigApplicationContext right = process(database, 0);
                AnnotationConfigApplicationContext off = process(database, seconds)) {
            right.getBean(DueOrders.class).mark("us", 250);
            Claim claim = right.getBean(Claims.class).claim("us", 1).get(0);
            assertThat(off.getBean(Claims.class).claim("us", 1)).isEmpty();
            assertThat(off.getBean(Claims.class).hasUnfinished(Set.of("us"))).isFalse();
            claim.hold();

            off.getBean(DueOrders.class).mark("us", 251);
            Claim offs = off.getBean(Claims.class).claim("us", 1).get(0);
            assertThat(right.getBean(Claims.class).claim("us", 1)).isEmpty();
            assertThat(right.getBean(Claims.class).hasUnfinished(Set.of("us"))).isFalse();
            offs.hold();
        }
    }

    @Test
    void worksNoOrdersWhereItsOwnClockIsTooFarOff() throws Exception {
        OffClock clock = new OffClock(false);
        clock.offset = Duration.ofMinutes(2);
        try (Database database = Databases.postgresql();
                Bench bench = Bench.listenedTo(
                        Map.of(
                                "spring.datasource.url", database.url(),
                                "spring.datasource.username", database.user(),
                                "ledger-bridge.drain.lease", "60s"),
                        clock.listener())) {
            ShopOrder order = bench.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1);
            bench.store().pay(order.id());
            bench.deliver();
            Awaitility.await()
                    .until(() -> bench.get("/actuator/health", "application/json")
                            .body()
                            .contains("it works no orders until that is mended"));
            assertThat(bench.get("/actuator/health/liveness", "application/json")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(bench.order(order.id()).path("state").asText()).isEqualTo("waiting");
            assertThat(bench.get("/actuator/prometheus", "text/plain").body())
                    .containsPattern("ledger_bridge_clock_offset_seconds 1(19|20)\\.");

            clock.offset = Duration.ofSeconds(5);
            bench.await(order.id(), "posted");
            assertThat(bench.get("/actuator/health", "application/json").body())
                    .containsPattern("clock is PT(4\\.9|5).*S ahead of the database's");
        }
    }

    /**
     * By its own clock it would take over the orders whose creates are on their way, look them up empty and send them
     * again: with its leases by that clock, this fails by entries that are there twice. It works though it sees that its
     * clock is off, and begins when X3 has the creates of the other process.
     */
    @Test
    void postsEachOrderOnceBesideAProcessWhoseClockIsOff() {
        OffClock clock = new OffClock(true);
        clock.offset = Duration.ofMinutes(2);
        clock.idle = true;
        Map<String, String> settings = Map.of(
                "spring.datasource.hikari.maximum-pool-size", "12",
                "ledger-bridge.drain.lease", "60s",
                "ledger-bridge.stores.us.sage-x3.request-timeout", "20s",
                // X3 takes no token of connected-app that is issued in the future
                "ledger-bridge.stores.us.sage-x3.api", "rest",
                "ledger-bridge.stores.us.sage-x3.auth.type", "basic",
                "ledger-bridge.stores.us.sage-x3.auth.user", Access.USER,
                "ledger-bridge.stores.us.sage-x3.auth.password", Access.PASSWORD);
        try (Database database = Databases.postgresql();
                Bench bench = Bench.start(on(database, settings));
                ConfigurableApplicationContext off = another(bench, clock)) {
            AtomicInteger creates = new AtomicInteger();
            bench.x3().faults().decide(call -> {
                boolean create = call.kind() == Call.Kind.CREATE;
                boolean early = create && creates.incrementAndGet() <= 4;
                return early
                        ? Fault.slow(Duration.ofSeconds(10))
                        : create ? Fault.slow(Duration.ofSeconds(1)) : Fault.none();
            });
            List<String> references = new ArrayList<>(delivered(bench, 4));
            Awaitility.await().until(() -> creates.get() >= 4);
            clock.idle = false;
            references.addAll(delivered(bench, 12));

            Awaitility.await().until(() -> bench.entries().size() >= references.size());
            references.forEach(reference -> bench.await(Long.parseLong(reference.substring(2)), "posted"));

            assertThat(bench.entries().stream().map(PostedEntry::reference))
                    .containsExactlyInAnyOrderElementsOf(references);
            assertThat(off.getBean(MeterRegistry.class).find("ledger.bridge.worked").counters().stream()
                            .mapToDouble(Counter::count)
                            .sum())
                    .as("orders that the process with the wrong clock has worked")
                    .isPositive();
        }
    }

    private static List<String> delivered(Bench bench, int orders) {
        List<String> references = Stream.generate(() -> paid(bench))
                .limit(orders)
                .map(order -> "BC" + order.id())
                .toList();
        bench.deliver();
        return references;
    }

    private static Map<String, String> on(Database database, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("spring.datasource.url", database.url());
        all.put("spring.datasource.username", database.user());
        return all;
    }

    private static ShopOrder paid(Bench bench) {
        ShopOrder order = bench.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1);
        bench.store().pay(order.id());
        return order;
    }

    private static ConfigurableApplicationContext another(Bench bench, OffClock clock) {
        SpringApplication program = new SpringApplication(LedgerBridge.class);
        program.addListeners(clock.listener());
        return program.run(bench.settings().entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }

    /** The machine's, and so much later. */
    private static final class OffClock {

        private final boolean working;
        private volatile Duration offset = Duration.ZERO;
        private volatile boolean idle;

        /** @param working whether its process works orders though it sees that it is off */
        private OffClock(boolean working) {
            this.working = working;
        }

        private ClockOffset fits() {
            ClockOffset fits = mock(ClockOffset.class);
            when(fits.offset()).thenReturn(Duration.ZERO);
            when(fits.isTooFar()).thenAnswer(asked -> idle);
            return fits;
        }

        ApplicationListener<ApplicationContextInitializedEvent> listener() {
            return event -> event.getApplicationContext()
                    .getBeanFactory()
                    .addBeanPostProcessor(new BeanPostProcessor() {
                        @Override
                        public Object postProcessAfterInitialization(Object bean, String name) {
                            return bean instanceof Clock
                                    ? off()
                                    : working && bean instanceof ClockOffset ? fits() : bean;
                        }
                    });
        }

        private Clock off() {
            return new Clock() {
                @Override
                public Instant instant() {
                    return Clock.systemUTC().instant().plus(offset);
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            };
        }
    }

    private static AnnotationConfigApplicationContext process(Database database, long seconds) {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
        return database.beansByItsClock(
                clock, new DrainSettings(Duration.ofMillis(200), 8, LEASE), QueueBeans.class, AuditTrail.class);
    }
}
