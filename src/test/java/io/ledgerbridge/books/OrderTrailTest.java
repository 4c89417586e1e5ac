package io.ledgerbridge.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.origin.PlanOrigin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** One query tells what came, what was decided, what was sent and what Sage X3 answered. */
@OnEachDatabase
class OrderTrailTest {

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final Books books;
    private final HeldFence fence = new HeldFence("us", 250, 1);

    OrderTrailTest(Database database) {
        this.database = database;
        this.beans =
                database.beans(new TestClock("2026-11-03T12:00:00Z"), Books.class, JournalRows.class, AuditTrail.class);
        this.books = beans.getBean(Books.class);
    }

    @BeforeEach
    void work() {
        database.clear();
        database.jdbc()
                .sql("""
                        INSERT INTO event (store, order_id, disposition, scope, body_sha256, body, headers, received_at)
                        VALUES ('us', 250, 'order', 'store/order/created', :hash, :body, '{}', CURRENT_TIMESTAMP)""")
                .param("hash", "0".repeat(64))
                .param("body", new byte[] {1})
                .update();
        JournalDraft draft = Entries.withMemo(Entries.draft("BC250", "USD", "108.50"), "40.00");
        Journal journal = books.plan(fence, "x3", List.of(draft), "the order was paid", PlanOrigin.UNKNOWN)
                .get(0);
        books.posted(fence, books.sending(fence, journal, journal.folder(), "ab".repeat(32)), "SAL26110042", null);
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void tellsWhatCameWhatWasDecidedWhatWasSentAndWhatSageX3Answered() {
        Map<Object, Object> what = new java.util.HashMap<>();
        trail().forEach(row -> what.merge(row.get("step"), String.valueOf(row.get("what")), (a, b) -> a + " " + b));
        assertThat(what.get("event-received")).isEqualTo("store/order/created");
        assertThat(what.get("planned")).asString().contains("the order was paid");
        assertThat(what.get("journal-written")).asString().contains("411000 receivable 108.50");
        assertThat(what.get("journal-sending")).asString().contains("ab".repeat(32));
        assertThat(what.get("journal-posted")).asString().contains("SAL26110042");
    }

    @Test
    void tellsAccountAmountCurrencyAndDateOfEachLine() {
        assertThat(trail().stream().filter(row -> "journal-line".equals(row.get("step"))))
                .hasSize(2)
                .allSatisfy(row -> {
                    assertThat(row.get("order_id")).isEqualTo(250L);
                    assertThat(row.get("reference")).isEqualTo("BC250");
                    assertThat(row.get("currency")).isEqualTo("USD");
                    assertThat(row.get("accounting_date")).hasToString("2026-11-03");
                })
                .extracting(row -> row.get("account") + " " + row.get("amount"))
                .containsExactlyInAnyOrder("411000 108.5000", "707000 -108.5000");
    }

    @Test
    void tellsApartTheLinesThatSageX3NeverSees() {
        assertThat(trail().stream().filter(row -> "memo-line".equals(row.get("step"))))
                .extracting(row -> row.get("account"))
                .containsExactlyInAnyOrder("607000", "370000");
    }

    private List<Map<String, Object>> trail() {
        return database.jdbc()
                .sql("SELECT * FROM order_trail WHERE store = 'us' AND order_id = 250 ORDER BY at")
                .query()
                .listOfRows();
    }
}
