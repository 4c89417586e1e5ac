package io.ledgerbridge.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.origin.PlanOrigin;
import io.ledgerbridge.database.DatabaseServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Primary;

@OnEachDatabase
class RestoredBooksTest {

    @Primary
    static final class Server implements DatabaseServer {

        private volatile Instant startedAt = Instant.EPOCH;

        @Override
        public Instant startedAt() {
            return startedAt;
        }
    }

    private static final String FOLDER = "http://x3.example.com:8124|SEED";

    private final Database database;
    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final AnnotationConfigApplicationContext beans;
    private final Books books;
    private final RestoredBooks restored;
    private final HeldFence fence = new HeldFence("us", 250, 3);

    RestoredBooksTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                clock, Books.class, JournalRows.class, AuditTrail.class, RestoredBooks.class, Server.class);
        this.books = beans.getBean(Books.class);
        this.restored = beans.getBean(RestoredBooks.class);
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
    void believesTheBooksOfOrdersPlacedSinceTheStartAlone() {
        assertThat(restored.isPlacedSince(clock.instant().minusSeconds(1))).isFalse();
        assertThat(restored.isPlacedSince(clock.instant().plusSeconds(60)))
                .as("BigCommerce's clock may be ahead")
                .isFalse();
        assertThat(restored.isPlacedSince(clock.instant().plusSeconds(61))).isTrue();
    }

    @Test
    void looksUpNothingOfAnOrderPlacedSinceTheStart() {
        assertThat(restored.mustLookUp(planned("BC250"))).isFalse();
    }

    @Test
    void looksUpWhatIsMarkedAndWhatWasPlannedBeforeTheStart() {
        Journal marked = planned("BC250");
        restored.lookFirst(List.of(marked));
        assertThat(restored.mustLookUp(marked)).isTrue();

        clock.set(clock.instant().minusSeconds(100));
        assertThat(restored.mustLookUp(planned("BC250-A1"))).isTrue();
    }

    @Test
    void looksUpEverythingOfAStoreWhoseBooksMissedAnEntryUntilAPersonConfirms() {
        Journal journal = planned("BC250");
        restored.missed(journal, "VTE-7");
        restored.missed(planned("BC250-A1"), "VTE-8");

        assertThat(restored.mustLookUp(planned("BC250-A2"))).isTrue();
        assertThat(restored.all()).containsExactly(new BooksBehind("us", clock.instant(), 250, "BC250", "VTE-7", 2));
        assertThat(restored.of("eu")).isEmpty();

        assertThat(restored.confirm("us", "ops", "backfilled")).isTrue();
        assertThat(restored.confirm("us", "ops", "again")).isFalse();
        assertThat(restored.mustLookUp(planned("BC250-A3"))).isFalse();
        assertThat(restored.all()).isEmpty();
        assertThat(beans.getBean(AuditTrail.class).of("us", 250, 0, 100))
                .extracting(AuditLink::step)
                .contains("books-confirmed");
    }

    @Test
    void isBehindAgainWhereAnotherEntryShowsAfterThat() {
        restored.missed(planned("BC250"), "VTE-7");
        restored.confirm("us", "ops", "backfilled");
        clock.advance(Duration.ofHours(1));

        restored.missed(planned("BC250-A1"), "VTE-9");

        assertThat(restored.all())
                .extracting(BooksBehind::x3Number, BooksBehind::entries)
                .containsExactly(tuple("VTE-9", 1));
    }

    @Test
    void seesThatTheDatabaseFellBackBehindWhatThisProcessSent() {
        Journal sent = books.sending(fence, planned("BC250"), FOLDER, "hash");
        restored.sent(sent);
        assertThat(restored.mustLookUp(planned("BC250-A1"))).isFalse();

        database.jdbc()
                .sql("UPDATE journal SET attempts = 0 WHERE id = :id")
                .param("id", sent.id())
                .update();

        assertThat(restored.mustLookUp(planned("BC250-A2"))).isTrue();
        assertThat(restored.of("us")).hasValueSatisfying(behind -> {
            assertThat(behind.reference()).isEqualTo("BC250");
            assertThat(behind.x3Number()).isNull();
        });
        assertThat(restored.isPlacedSince(clock.instant().plusSeconds(30))).isFalse();
    }

    /** Another process may have sent what the replica that took over lacks, and so may have lost nothing itself. */
    @Test
    void looksUpWhatIsOlderThanTheFallBackToAnotherServer() {
        clock.advance(Duration.ofHours(1));
        Journal before = planned("BC250");
        assertThat(restored.mustLookUp(before)).isFalse();
        Instant placed = clock.instant();
        assertThat(restored.isPlacedSince(placed)).isTrue();

        clock.advance(Duration.ofHours(1));
        beans.getBean(Server.class).startedAt = clock.instant();

        assertThat(restored.mustLookUp(before)).isTrue();
        assertThat(restored.isPlacedSince(placed)).isFalse();
        assertThat(restored.all()).as("that anything is missing isn't known").isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(restored.isPlacedSince(clock.instant())).isTrue();
        assertThat(restored.mustLookUp(planned("BC251"))).isFalse();
    }

    @Test
    void tellsWhereTheBooksEnd() {
        assertThat(restored.end()).isEmpty();
        planned("BC250");
        assertThat(restored.end()).hasValue(clock.instant());
    }

    private Journal planned(String reference) {
        return books.plan(fence, FOLDER, List.of(Entries.draft(reference, "USD", "108.50")), "test", PlanOrigin.UNKNOWN)
                .get(0);
    }
}
