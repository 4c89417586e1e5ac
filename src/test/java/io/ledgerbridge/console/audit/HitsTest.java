package io.ledgerbridge.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.audit.AuditWordsRows;
import io.ledgerbridge.books.lists.OrdersByText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What the search of the audit trail finds where several stores have the same prefix. */
@OnEachDatabase
class HitsTest {

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final Hits hits;

    HitsTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                new TestClock("2026-11-03T12:00:00Z"),
                AuditTrail.class,
                AuditWordsRows.class,
                OrdersByText.class,
                Hits.class);
        this.hits = beans.getBean(Hits.class);
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @AfterEach
    void close() {
        beans.close();
    }

    /** Those of a store that wasn't chosen take nobody's place. */
    @Test
    void areOfTheStoresThatWereChosen() {
        for (long order = 1000; order < 1060; order++) {
            journal("us", order, "BC" + order, null);
        }
        journal("eu", 1900, "BC1900", null);

        assertThat(hits.of("BC1", List.of("eu"))).containsExactly(new Hit("eu", 1900, "BC1900", null));
        assertThat(hits.of("BC1", List.of("us", "eu")))
                .hasSize(50)
                .extracting(Hit::store)
                .containsOnly("us");
    }

    /** Another store has all of the text as a reference. */
    @Test
    void beginWithATextThatIsAWholeReferenceElsewhere() {
        journal("us", 190, "BC190", null);
        journal("eu", 1900, "BC1900", "VTE-1");

        assertThat(hits.of("BC190", List.of("eu"))).extracting(Hit::order).containsExactly(1900L);
        assertThat(hits.of("BC190", List.of("us", "eu"))).extracting(Hit::order).containsExactly(190L);
    }

    @Test
    void areOrdersEachOnce() {
        for (int entry = 1; entry <= 60; entry++) {
            journal("us", 1000, "BC1000-A" + entry, "VTE-" + entry);
        }
        journal("us", 1001, "BC1001", "VTE-99");

        assertThat(hits.of("BC1", List.of("us"))).extracting(Hit::order).containsExactly(1000L, 1001L);
        assertThat(hits.of("VTE-", List.of("us"))).extracting(Hit::order).containsExactly(1000L, 1001L);
        assertThat(hits.of("VTE-99", List.of("us"))).containsExactly(new Hit("us", 1001, "BC1001", "VTE-99"));
        assertThat(hits.of("BC1_", List.of("us"))).as("a text is no pattern").isEmpty();
    }

    private void journal(String store, long order, String reference, @Nullable String number) {
        database.jdbc()
                .sql("""
                        INSERT INTO journal (store, folder, order_id, kind, channel, reference, generation, state, entry_type,
                            journal_code, site, accounting_date, currency, description, created_at, x3_number)
                        VALUES (:store, :store, :order, 'order', '1', :reference, 1, 'posted', 'ODGEN',
                            'SAL', 'FR011', DATE '2026-11-03', 'USD', 'An order', now(), :number)""")
                .param("store", store)
                .param("order", order)
                .param("reference", reference)
                .param("number", number)
                .update();
        database.jdbc().sql("""
                        INSERT INTO journal_line (journal_id, line_number, memo, account, role, amount, description, dimensions)
                        SELECT max(id), 1, FALSE, '411000', 'receivable', 10, 'An order', '{}' FROM journal""").update();
    }
}
