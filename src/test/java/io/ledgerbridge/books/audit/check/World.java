package io.ledgerbridge.books.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.bigcommerce.Delivery;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.WebhookEvent;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.Entries;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalRows;
import io.ledgerbridge.books.audit.ChainKeys;
import io.ledgerbridge.books.audit.anchors.Anchors;
import io.ledgerbridge.books.origin.PlanOrigin;
import io.ledgerbridge.database.Sha256;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.posting.Shop;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.Claims;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.queue.EventRows;
import io.ledgerbridge.queue.OrderWork;
import io.ledgerbridge.queue.QueueBeans;
import io.ledgerbridge.queue.RefundRecords;
import io.ledgerbridge.queue.SetAsides;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders as the program works them: an event each, a reading, a journal of two lines, its number in Sage X3. */
final class World implements AutoCloseable {

    static final String FOLDER = "http://x3.example.com:8124|SEED";

    final AnnotationConfigApplicationContext beans;
    private final Database database;
    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");

    /** @param others beans that a test needs beside these */
    World(Database database, Class<?>... others) {
        this.database = database;
        this.beans = database.beans(
                clock,
                Stream.concat(
                                Stream.of(others),
                                Stream.of(
                                        QueueBeans.class,
                                        EventRows.class,
                                        OrderWork.class,
                                        SetAsides.class,
                                        RefundRecords.class,
                                        Books.class,
                                        JournalRows.class,
                                        AuditTrail.class,
                                        Anchors.class,
                                        TrailCheck.class))
                        .toArray(Class<?>[]::new));
    }

    /** An event comes, and the order is worked: a journal under this reference gets a number. */
    void work(String store, long order, String reference) {
        event(store, order, reference);
        work(store, reference);
    }

    void event(String store, long order, String words) {
        clock.advance(Duration.ofSeconds(1));
        byte[] body = "{\"event\":\"%s\"}".formatted(words).getBytes(StandardCharsets.UTF_8);
        WebhookEvent event = new WebhookEvent.OnOrder(order, "store/order/updated", clock.instant(), null, null, null);
        String sha256 = Sha256.of(new String(body, StandardCharsets.UTF_8));
        inTransaction(() -> {
            beans.getBean(EventRows.class).insert(new Delivery(store, body, sha256, event, Map.of()), clock.instant());
            beans.getBean(DueOrders.class).mark(store, order);
        });
    }

    /** Works the store's next order that is due. */
    void work(String store, String reference) {
        OrderWork work = beans.getBean(OrderWork.class);
        Claim claim = beans.getBean(Claims.class).claim(store, 1).get(0);
        OrderReading reading = reading(claim.order());
        work.noteReading(claim, reading, work.known(store, claim.order(), reading), ZoneOffset.UTC);
        Books books = beans.getBean(Books.class);
        List<Journal> journals =
                books.plan(claim, FOLDER, List.of(Entries.draft(reference, "USD", "108.50")), "as it is", kept(claim));
        Journal sending = books.sending(claim, journals.get(0), FOLDER, "a".repeat(64));
        books.posted(claim, sending, "SAL-" + reference, "temporary");
        work.posted(claim);
    }

    /** The reading as it is kept; what else a journal is planned with doesn't matter here. */
    private PlanOrigin kept(Claim claim) {
        String body = "{\"id\":%d}".formatted(claim.order());
        database.jdbc()
                .sql(
                        "INSERT INTO reading (store, order_id, sha256, body, read_at) VALUES (:store, :order, :sha256, :body, :now)"
                                + " ON CONFLICT DO NOTHING")
                .param("store", claim.store())
                .param("order", claim.order())
                .param("sha256", Sha256.of(body))
                .param("body", body)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        database.jdbc()
                .sql("INSERT INTO planned_with (store, order_id, sha256, body) VALUES (:store, :order, :sha256, :body)"
                        + " ON CONFLICT DO NOTHING")
                .param("store", claim.store())
                .param("order", claim.order())
                .param("sha256", Sha256.of(body))
                .param("body", body)
                .update();
        return new PlanOrigin(Sha256.of(body), Sha256.of(body), Map.of(), List.of());
    }

    /** As an erasure tells of it. */
    void erased(String store, long order) {
        inTransaction(() -> beans.getBean(AuditTrail.class)
                .append(store, order, "personal-data-erased", null, Map.of("askedBy", "ops")));
    }

    /** As if journals had been planned with this. */
    void plannedWith(String store, long order, String body) {
        database.jdbc()
                .sql("INSERT INTO planned_with (store, order_id, sha256, body) VALUES (:store, :order, :sha256, :body)")
                .param("store", store)
                .param("order", order)
                .param("sha256", Sha256.of(body))
                .param("body", body)
                .update();
    }

    Instant now() {
        return clock.instant();
    }

    void later(Duration time) {
        clock.advance(time);
    }

    void anchor() {
        clock.advance(Duration.ofDays(1));
        beans.getBean(Anchors.class).make(() -> {});
    }

    /** What a verification finds now. */
    Findings verify() {
        Findings findings = new Findings();
        assertThat(beans.getBean(TrailCheck.class).run(findings, () -> true)).isTrue();
        return findings;
    }

    /** Likewise, by a program that has these keys. */
    List<String> verify(ChainKeys keys) {
        return verify(keys, beans.getBean(Words.class));
    }

    /** Likewise, by one that knows other secrets. */
    List<String> verify(Words words) {
        return verify(beans.getBean(ChainKeys.class), words);
    }

    private List<String> verify(ChainKeys keys, Words words) {
        Findings findings = new Findings();
        new TrailCheck(
                        beans.getBean(DataSource.class),
                        keys,
                        words,
                        beans.getBean(KeptFor.class),
                        beans.getBean(PlatformTransactionManager.class),
                        clock)
                .run(findings, () -> true);
        return findings.first().stream().map(Finding::says).toList();
    }

    /** Statements as somebody with all rights on the database would run them, a semicolon between. */
    void tamper(String statements) {
        for (String sql : statements.split(";", -1)) {
            database.jdbc().sql(sql).update();
        }
    }

    void inTransaction(Runnable work) {
        beans.getBean(TransactionTemplate.class).executeWithoutResult(running -> work.run());
    }

    static OrderReading reading(long order) {
        Shop shop = new Shop();
        shop.id = order;
        return shop.reading();
    }

    @Override
    public void close() {
        beans.close();
    }
}
