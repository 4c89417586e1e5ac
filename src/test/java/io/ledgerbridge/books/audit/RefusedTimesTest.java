package io.ledgerbridge.books.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.AuditTrail;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Refusals of one journal, as its order's chain has them. */
@OnEachDatabase
class RefusedTimesTest {

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final RefusedTimes refused;

    RefusedTimesTest(Database database) {
        this.database = database;
        this.beans = database.beans(new TestClock("2026-11-03T12:00:00Z"), AuditTrail.class, RefusedTimes.class);
        this.refused = beans.getBean(RefusedTimes.class);
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
    void countsNoneAtFirst() {
        assertThat(times()).isZero();
    }

    @Test
    void countsEachOfTheJournalWhateverIsBetween() {
        append("us", "journal-written", "BC250");
        append("us", "journal-refused", "BC250");
        append("us", "order-retried", null);
        append("us", "journal-unknown", "BC250");
        append("us", "journal-refused", "BC250");
        append("us", "journal-written", "BC250-R1");
        append("us", "journal-refused", "BC250-R1");
        append("eu", "journal-refused", "BC250");

        assertThat(times()).isEqualTo(2);
    }

    @Test
    void beginsAnewWithAParkedOrReplayedOrderAndAJournalThatIsWritten() {
        for (String step : new String[] {"order-parked", "order-replayed", "journal-written"}) {
            append("us", "journal-refused", "BC250");
            append("us", step, step.equals("journal-written") ? "BC250" : null);
            assertThat(times()).as(step).isZero();
            append("us", "journal-refused", "BC250");
            assertThat(times()).as(step).isEqualTo(1);
        }
    }

    private int times() {
        return refused.of("us", 250, "BC250");
    }

    private void append(String store, String step, @Nullable String reference) {
        AuditTrail audit = beans.getBean(AuditTrail.class);
        beans.getBean(TransactionTemplate.class)
                .executeWithoutResult(transaction -> audit.append(store, 250, step, reference, Map.of()));
    }
}
