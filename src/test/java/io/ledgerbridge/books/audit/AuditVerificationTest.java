package io.ledgerbridge.books.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.audit.check.Finding;
import io.ledgerbridge.books.audit.check.TrailCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
@Tag(WholeProgram.TRIAL)
class AuditVerificationTest {

    private static final int LINKS = 2_345;

    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final AuditTrail audit;
    private final TrailCheck check;
    private final AuditVerificationRows rows;
    private final List<Object> told = new ArrayList<>();

    AuditVerificationTest(Database database) {
        this.database = database;
        this.beans = database.beans(clock, AuditTrail.class, TrailCheck.class, AuditVerificationRows.class);
        this.audit = beans.getBean(AuditTrail.class);
        this.check = beans.getBean(TrailCheck.class);
        this.rows = beans.getBean(AuditVerificationRows.class);
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @AfterEach
    void close() {
        beans.close();
    }

    /** The other's clock is ten minutes ahead, and a run that it doesn't see go on would be one whose process is gone. */
    @Test
    void beginsNoSecondRunByAClockThatDiffers() {
        TestClock ahead = new TestClock("2026-11-03T12:10:00Z");
        try (AnnotationConfigApplicationContext other =
                database.beans(ahead, clock::instant, AuditVerificationRows.class)) {
            assertThat(rows.begin()).isPresent();
            assertThat(other.getBean(AuditVerificationRows.class).begin()).isEmpty();
            clock.advance(Duration.ofMinutes(2));
            assertThat(other.getBean(AuditVerificationRows.class).begin()).isPresent();
        }
    }

    @Test
    void looksAtEveryLinkOfEveryChain() {
        chains(LINKS);

        verification(Runnable::run).begin();

        assertThat(rows.last()).hasValueSatisfying(verified -> {
            assertThat(verified.ok()).isTrue();
            assertThat(verified.checked()).isEqualTo(LINKS + 10);
            assertThat(verified.state()).isEqualTo("done");
            assertThat(verified.at()).isEqualTo(clock.instant());
        });
    }

    @Test
    void findsTheFirstBrokenLinkOnAnyPage() {
        chains(LINKS);
        database.jdbc()
                .sql("UPDATE audit SET detail = '{}' WHERE link IN (1500, 2222)")
                .update();

        verification(Runnable::run).begin();

        assertThat(rows.last()).hasValueSatisfying(verified -> {
            assertThat(verified.ok()).isFalse();
            assertThat(verified.firstBroken()).isEqualTo(new AuditPosition("us", 250, 1500));
            assertThat(verified.foundCount()).isEqualTo(1);
            assertThat(verified.found()).extracting(Finding::link).containsExactly(1500);
            assertThat(told).hasOnlyElementsOfType(TrailBroken.class).hasSize(1);
            assertThat(verified.checked()).isEqualTo(LINKS + 10);
        });
    }

    @Test
    void runsOnceAtATimeOverAllProcesses() {
        List<Runnable> begun = new ArrayList<>();
        verification(begun::add).begin();
        verification(begun::add).begin();
        clock.advance(Duration.ofSeconds(50));
        verification(begun::add).begin();

        assertThat(begun).hasSize(1);
        assertThat(rows.last()).map(AuditVerified::state).contains("running");
        assertThat(rows.last())
                .hasValueSatisfying(verified -> assertThat(verified.ok()).isNull());

        begun.get(0).run();
        verification(begun::add).begin();

        assertThat(begun).hasSize(2);
    }

    /** One whose process is gone doesn't run for ever. */
    @Test
    void saysThatARunHasFailedWhoseProcessIsGone() {
        verification(forgotten -> {}).begin();
        assertThat(rows.last()).map(AuditVerified::state).contains("running");
        clock.advance(Duration.ofMinutes(2));
        assertThat(rows.last()).map(AuditVerified::state).contains("failed");
    }

    @Test
    void saysThatARunHasFailedWhateverItDiedOf() {
        chains(LINKS);
        TrailCheck dies = mock(TrailCheck.class);
        when(dies.run(any(), any())).thenThrow(new StackOverflowError());
        new AuditVerification(dies, rows, Runnable::run, told::add).begin();
        assertThat(rows.last()).map(AuditVerified::state).contains("failed");
        assertThat(told).singleElement().asString().contains("failed after 0 links");
    }

    @Test
    void goesOnInAnotherProcessWhereOneEndedInTheMiddle() {
        chains(6);
        List<Runnable> begun = new ArrayList<>();
        verification(begun::add).begin();
        clock.advance(Duration.ofSeconds(61));

        verification(Runnable::run).begin();
        AuditVerified after = rows.last().orElseThrow();
        begun.get(0).run();

        assertThat(after.state()).isEqualTo("done");
        assertThat(rows.last()).as("the one that was slow writes nothing more").contains(after);
    }

    @Test
    void saysThatItFailed() {
        rows.begin();
        TrailCheck away = mock(TrailCheck.class, called -> {
            throw new IllegalStateException("the database is away");
        });
        AuditVerification verification = new AuditVerification(away, rows, Runnable::run, told::add);

        clock.advance(Duration.ofMinutes(2));
        verification.begin();

        assertThat(rows.last()).hasValueSatisfying(verified -> {
            assertThat(verified.state()).isEqualTo("failed");
            assertThat(verified.ok()).isNull();
        });
    }

    private AuditVerification verification(Executor thread) {
        return new AuditVerification(check, rows, thread, told::add);
    }

    /** A long chain, and two short ones around it. */
    private void chains(int longest) {
        TransactionTemplate transactions = beans.getBean(TransactionTemplate.class);
        transactions.executeWithoutResult(running -> {
            append("eu", 1, 4);
            append("us", 250, longest);
            append("us", 251, 6);
        });
    }

    private void append(String store, long order, int links) {
        for (int link = 1; link <= links; link++) {
            audit.append(store, order, "step", null, Map.of("n", link));
        }
    }
}
