package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.inbox.Claim;
import io.ledgerbridge.inbox.DrainSettings;
import io.ledgerbridge.inbox.DueOrders;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Processes on one PostgreSQL whose clocks are two minutes apart, which is longer than a lease. */
class ClocksApartTest {

    private static final Duration LEASE = Duration.ofMinutes(1);

    @ParameterizedTest
    @ValueSource(longs = {120, -120})
    void keepsAnOrderFromAProcessWhoseClockIsOff(long seconds) {
        try (Database database = Databases.postgresql();
                AnnotationConfigApplicationContext right = process(database, 0);
                AnnotationConfigApplicationContext off = process(database, seconds)) {
            right.getBean(DueOrders.class).mark("us", 250);
            Claim claim = right.getBean(DueOrders.class).claim("us", 1).get(0);
            assertThat(off.getBean(DueOrders.class).claim("us", 1)).isEmpty();
            assertThat(off.getBean(DueOrders.class).hasUnfinished(Set.of("us"))).isFalse();
            claim.hold();

            off.getBean(DueOrders.class).mark("us", 251);
            Claim offs = off.getBean(DueOrders.class).claim("us", 1).get(0);
            assertThat(right.getBean(DueOrders.class).claim("us", 1)).isEmpty();
            assertThat(right.getBean(DueOrders.class).hasUnfinished(Set.of("us")))
                    .isFalse();
            offs.hold();
        }
    }

    @Test
    void worksNoOrdersWhereItsOwnClockIsTooFarOff() throws Exception {
        OffClock clock = new OffClock();
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
                    .atMost(Duration.ofSeconds(20))
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

    /** The machine's, and so much later. */
    private static final class OffClock {

        private volatile Duration offset = Duration.ZERO;

        ApplicationListener<ApplicationContextInitializedEvent> listener() {
            return event -> event.getApplicationContext()
                    .getBeanFactory()
                    .addBeanPostProcessor(new BeanPostProcessor() {
                        @Override
                        public Object postProcessAfterInitialization(Object bean, String name) {
                            return bean instanceof Clock ? off() : bean;
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
                clock, new DrainSettings(Duration.ofMillis(200), 8, LEASE), DueOrders.class, AuditTrail.class);
    }
}
