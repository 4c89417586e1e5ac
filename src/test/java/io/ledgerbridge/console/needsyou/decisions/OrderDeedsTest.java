package io.ledgerbridge.console.needsyou.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.Together;
import io.ledgerbridge.api.SetAsideApi;
import io.ledgerbridge.api.notes.NotesApi;
import io.ledgerbridge.api.notes.TagsApi;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.audit.AuditWordsRows;
import io.ledgerbridge.console.OneAtATime;
import io.ledgerbridge.console.Said;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.notes.Notes;
import io.ledgerbridge.notes.Tags;
import io.ledgerbridge.orders.SeededOrders;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.parked.ReplayBeans;
import io.ledgerbridge.queue.QueueBeans;
import io.ledgerbridge.queue.SetAsides;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Of two people who set an order aside at the same moment, one does. */
@OnEachDatabase
class OrderDeedsTest {

    private static final OrderKey ORDER = new OrderKey("us", 250);

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final OrderDeeds deeds;

    OrderDeedsTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                new TestClock("2026-11-03T12:00:00Z"),
                QueueBeans.class,
                AuditTrail.class,
                AuditWordsRows.class,
                Around.class,
                SetAsides.class,
                OrderStates.class,
                ReplayBeans.class,
                Notes.class,
                SetAsideApi.class,
                NotesApi.class,
                Tags.class,
                TagsApi.class,
                OneAtATime.class,
                OrderDeeds.class);
        this.deeds = beans.getBean(OrderDeeds.class);
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void setsAsideOnce() throws Exception {
        for (int again = 0; again < 20; again++) {
            database.clear();
            SeededOrders.posted(database.jdbc(), "us", 250, "2026-11-03", "10")
                    .with("outcome", "'parked'")
                    .with("reason", "'gave-up'")
                    .insert();
            AtomicInteger people = new AtomicInteger();

            List<Optional<String>> refusals = Together.run(2, () -> {
                String name = "person " + people.incrementAndGet();
                return Said.refusalOf(
                        () -> deeds.setAside(ORDER, "no-entry", "", "for a reason of " + name, () -> name));
            });

            assertThat(refusals).filteredOn(Optional::isEmpty).hasSize(1);
            assertThat(database.jdbc()
                            .sql("SELECT count(*) FROM audit WHERE step = 'set-aside'")
                            .query(Long.class)
                            .single())
                    .isOne();
        }
    }

    @Test
    void leavesWithWhoeverGotTheOrderMeanwhile() {
        SeededOrders.posted(database.jdbc(), "us", 250, "2026-11-03", "10")
                .with("outcome", "'parked'")
                .with("reason", "'gave-up'")
                .insert();

        assertThat(assigned("anna", "", "anna")).isEmpty();
        assertThat(assigned("bob", "", "bob")).contains("anna looks after it meanwhile. It stays so.");
        assertThat(assigned("anna", "", "bob")).as("as it is").isEmpty();
        assertThat(assigned("", "anna", "anna")).isEmpty();
        assertThat(assigned("bob", "anna", "bob")).contains("Nobody looks after it any more. It stays so.");
        assertThat(assigned("bob", "", "bob")).isEmpty();
        assertThat(beans.getBean(OrderStates.class).of("us", 250).orElseThrow().assignedTo())
                .isEqualTo("bob");
    }

    private Optional<String> assigned(String to, String shown, String by) {
        return Said.refusalOf(() -> deeds.assign(ORDER, to, shown, () -> by));
    }

    @Configuration(proxyBeanMethods = false)
    static class Around {

        @Bean
        Books books() {
            return mock(Books.class);
        }

        @Bean
        MessageSource messageSource() {
            ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
            texts.setBasename("messages/needs-you");
            texts.setDefaultEncoding("UTF-8");
            texts.setFallbackToSystemLocale(false);
            return texts;
        }
    }
}
