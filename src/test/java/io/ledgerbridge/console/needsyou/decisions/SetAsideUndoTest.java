package io.ledgerbridge.console.needsyou.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.api.SetAsideApi;
import io.ledgerbridge.approvals.ApprovalBeans;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.console.OneAtATime;
import io.ledgerbridge.console.Said;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.orders.SeededOrders;
import io.ledgerbridge.parked.ReplayBeans;
import io.ledgerbridge.parked.Replays;
import io.ledgerbridge.posting.SetAside;
import io.ledgerbridge.queue.QueueBeans;
import io.ledgerbridge.queue.RefundRecords;
import io.ledgerbridge.queue.SetAsides;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What somebody saw set aside is undone, and nothing else; above 1,000.00, by somebody else than who set it aside. */
@OnEachDatabase
class SetAsideUndoTest {

    private static final OrderKey ORDER = new OrderKey("us", 250);

    private final Database database;
    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final AnnotationConfigApplicationContext beans;
    private final SetAsideUndo undo;

    SetAsideUndoTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                clock,
                QueueBeans.class,
                AuditTrail.class,
                Around.class,
                SetAsides.class,
                RefundRecords.class,
                ApprovalBeans.class,
                ReplayBeans.class,
                SetAsideApi.class,
                OneAtATime.class,
                SetAsideUndo.class);
        this.undo = beans.getBean(SetAsideUndo.class);
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
    void leavesWhatWasBookedByHandMeanwhile() {
        parked("10");
        Instant shown = setAside("anna", "no-entry", null);
        clock.advance(Duration.ofMillis(1));
        setAside("bob", "by-hand", "FR-1");

        assertThat(undone(shown, "anna"))
                .hasValueSatisfying(why -> assertThat(why).contains("by bob, as FR-1"));

        assertThat(decision().x3Number()).isEqualTo("FR-1");
        assertThat(steps("set-aside-undone")).isZero();
    }

    @Test
    void saysWhyItIsSetAsideAnew() {
        parked("10");
        Instant shown = setAside("anna", "no-entry", null);
        clock.advance(Duration.ofMillis(1));
        setAside("bob", "no-entry", null);

        assertThat(undone(shown, "anna"))
                .contains("It was set aside anew meanwhile, by bob: it was a test. It stays so.");
        assertThat(undone(decision().at(), "anna")).isEmpty();
        assertThat(steps("set-aside-undone")).isOne();
        assertThat(undone(shown, "anna")).as("set aside no more").isPresent();
    }

    @Test
    void asksSomebodyElseAboveTheLimit() {
        parked("1000.01");
        Instant shown = setAside("anna", "no-entry", null);

        assertThat(undone(shown, "Anna"))
                .hasValueSatisfying(why -> assertThat(why).contains("another operator"));
        assertThat(undone(null, "anna")).isPresent();
        assertThat(due()).isFalse();

        assertThat(undone(shown, "bob")).isEmpty();
        assertThat(due()).isTrue();
    }

    @Test
    void isUndoneByWhoSetItAsideUpToTheLimit() {
        parked("1000.00");

        assertThat(undone(setAside("anna", "no-entry", null), "anna")).isEmpty();
    }

    private void parked(String total) {
        SeededOrders.posted(database.jdbc(), "us", 250, "2026-11-03", total)
                .with("outcome", "'parked'")
                .with("reason", "'gave-up'")
                .with("in_ledger", 0)
                .insert();
    }

    private Instant setAside(String by, String kind, @Nullable String number) {
        beans.getBean(Replays.class).setAside("us", 250, new SetAsides.Decision(0, kind, number, "it was a test", by));
        // what its reading leaves
        database.jdbc().sql("UPDATE due_order SET due_at = NULL, aside = total").update();
        return Objects.requireNonNull(decision().at());
    }

    private SetAsides.Decision decision() {
        return beans.getBean(SetAsides.class).decisions("us", 250).get(0);
    }

    private Optional<String> undone(@Nullable Instant shown, String by) {
        return Said.refusalOf(() -> undo.undo(ORDER, SetAside.ORDER, shown, () -> by));
    }

    private boolean due() {
        return database.jdbc()
                .sql("SELECT due_at IS NOT NULL FROM due_order")
                .query(Boolean.class)
                .single();
    }

    private long steps(String step) {
        return database.jdbc()
                .sql("SELECT count(*) FROM audit WHERE step = :step")
                .param("step", step)
                .query(Long.class)
                .single();
    }

    @Configuration(proxyBeanMethods = false)
    static class Around {

        @Bean
        Books books() {
            return Mockito.mock(Books.class);
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
