package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.ledgerbridge.books.audit.anchors.Anchors;
import io.ledgerbridge.database.TimedLocks;
import io.ledgerbridge.database.WritersInTurn;
import io.ledgerbridge.mappings.MappingVersions;
import io.ledgerbridge.notices.Notices;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.Fault;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.h2.api.Trigger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Whatever is written is written in a transaction, so that H2's writers take turns: {@code WritersInTurn}. */
@WholeProgram
class WritesInTransactionsTest {

    private static final Set<String> WRITTEN = ConcurrentHashMap.newKeySet();
    private static final Queue<String> OUTSIDE = new ConcurrentLinkedQueue<>();

    /** H2 calls it in the thread that writes. */
    public static final class Watch implements Trigger {

        private String table = "";

        @Override
        public void init(Connection connection, String schema, String name, String watched, boolean before, int type) {
            table = watched;
        }

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {
            WRITTEN.add(table);
            if (!TransactionSynchronizationManager.isActualTransactionActive()
                    || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
                OUTSIDE.add(table + " by " + caller());
            }
        }
    }

    private static String caller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().startsWith("io.ledgerbridge.")
                                && !frame.getClassName().startsWith(WritesInTransactionsTest.class.getName()))
                        .findFirst())
                .map(StackWalker.StackFrame::toString)
                .orElse("?");
    }

    @Test
    void writesNothingOutsideOne() throws Exception {
        WRITTEN.clear();
        OUTSIDE.clear();
        Map<String, String> settings = Bench.byOAuth2();
        settings.put("ledger-bridge.sweep.interval", "1s");
        settings.put("ledger-bridge.alerts.webhook", "http://127.0.0.1:1/nobody");
        settings.put("ledger-bridge.users[1].name", "controller");
        settings.put("ledger-bridge.users[1].password", "{noop}controller");
        settings.put("ledger-bridge.users[1].role", "operator");
        try (Bench bench = Bench.start(settings)) {
            JdbcTemplate jdbc = bench.bean(JdbcTemplate.class);
            assertThat(bench.bean(PlatformTransactionManager.class)).isInstanceOf(WritersInTurn.class);
            assertThat(((HikariDataSource) bench.bean(DataSource.class)).getJdbcUrl())
                    .endsWith(";WRITE_DELAY=0");
            List<String> tables = jdbc.queryForList("""
                    SELECT table_name FROM information_schema.tables
                    WHERE table_schema = SCHEMA() AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'flyway%'""", String.class);
            tables.forEach(table -> jdbc.execute("CREATE TRIGGER watch_%s BEFORE INSERT, UPDATE, DELETE ON %s CALL '%s'"
                    .formatted(table, table, Watch.class.getName())));
            assertThat(bench.pair().statusCode()).isEqualTo(200);
            assertThat(bench.send("PUT", "/api/stores/us/credentials/sage-x3.password", "{\"value\":\"any\"}")
                            .statusCode())
                    .isEqualTo(204);
            ShopOrder refunded = placed(bench);
            ShopOrder parked = bench.store().place(cart(), 7);
            bench.store().pay(parked.id());
            foundInX3(bench);
            bench.x3().faults().nextCreates(Fault.of(Fault.Way.DONE_THEN_CLOSED));
            bench.deliver();
            bench.await(refunded.id(), "posted");
            bench.store().refund(refunded.id(), RefundRequest.of().units("CAP", 1));
            bench.deliver();
            Awaitility.await().until(() -> bench.entries().size() == 4);
            bench.await(parked.id(), "parked");
            // a sweep may just have it worked again
            Awaitility.await().until(() -> {
                bench.bean(TimedLocks.class).prolong("notices", Duration.ZERO);
                bench.bean(Notices.class).turn();
                return WRITTEN.contains("notice");
            });
            bench.post("/api/parked/replay", "{\"store\":\"us\"}");
            bench.await(parked.id(), "parked");
            bench.post("/api/stores/us/orders/" + parked.id() + "/dismiss", "{\"why\":\"not ours\"}");
            assertThat(bench.send("PUT", "/api/stores/us/orders/%d/tags/seen".formatted(parked.id()), "")
                            .statusCode())
                    .isEqualTo(204);
            recordRefund(bench, refunded);
            changeMapping(bench);
            bench.post("/api/stores/us/ping", "{}");
            bench.post("/api/stores/us/pause", "{\"why\":\"to see it written\"}");
            bench.post("/api/stores/us/resume", "{}");
            bench.post("/api/audit/verify", "{}");
            bench.bean(Anchors.class).make(() -> {});
            bench.post("/api/audit/verify?recompute=true", "{}");
            bench.post("/api/privacy/erase", "{\"store\":\"us\",\"orders\":[%d]}".formatted(parked.id()));
            String from = "{\"from\":\"%s\",\"to\":\"%s\"}"
                    .formatted(LocalDate.now(ZoneOffset.UTC).minusDays(2), LocalDate.now(ZoneOffset.UTC));
            assertThat(bench.post("/api/stores/us/backfill", from).statusCode()).isEqualTo(202);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> bench.json("/api/backfills/1")
                            .path("state")
                            .asText()
                            .equals("done"));
            String shadow = bench.post("/api/stores/us/backfill", from.replace("}", ",\"shadow\":true}"))
                    .body()
                    .replaceAll("[^0-9]", "");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> bench.json("/api/backfills/" + shadow)
                            .path("state")
                            .asText()
                            .equals("done"));
            bench.bean(TimedLocks.class).take("any", Duration.ofSeconds(1));
            Awaitility.await().untilAsserted(() -> assertThat(WRITTEN).containsAll(Database.TABLES));
        }

        assertThat(OUTSIDE).isEmpty();
        assertThat(WRITTEN).containsExactlyInAnyOrderElementsOf(Database.TABLES);
    }

    private static void recordRefund(Bench bench, ShopOrder order) throws Exception {
        String refund =
                "{\"amount\":1,\"tax\":0,\"tender\":\"card\",\"date\":\"2026-11-01\",\"document\":\"CN-1\",\"why\":\"x\"}";
        assertThat(bench.post("/api/stores/us/orders/" + order.id() + "/refunds", refund)
                        .statusCode())
                .isEqualTo(202);
        assertThat(bench.post("controller", "/api/approvals/1/confirm", "{}").statusCode())
                .isEqualTo(202);
    }

    /** As the next start with one more channel would. */
    private static void changeMapping(Bench bench) {
        PostingRules rules = bench.bean(Rules.class).of("us");
        Channel more = new Channel(
                "9",
                "Another",
                Map.of(),
                Channel.CostOfGoods.OFF,
                Channel.CostOfGoodsOnRefund.KEEP,
                null,
                List.of(),
                List.of(),
                Map.of());
        bench.bean(MappingVersions.class).recorded(new PostingRules("us", rules.journal(), Map.of("9", more)), null);
    }

    /** X3 has an entry of one order as it would be sent, and one of another with another amount. */
    private static void foundInX3(Bench bench) throws Exception {
        bench.writeIntoX3("BC" + placed(bench).id(), "15.00");
        bench.writeIntoX3("BC" + placed(bench).id(), "1.00");
    }

    private static ShopOrder placed(Bench bench) {
        ShopOrder order = bench.store().place(cart(), 1);
        bench.store().pay(order.id());
        return order;
    }

    private static Cart cart() {
        return Cart.in("USD").with(Item.of("CAP", "Cap", "15.00"));
    }
}
