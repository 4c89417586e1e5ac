package io.ledgerbridge.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.Together;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.audit.AuditWordsRows;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.queue.QueueBeans;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@OnEachDatabase
class NotesTest {

    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final Notes notes;

    NotesTest(Database database) {
        this.database = database;
        this.beans = database.beans(clock, QueueBeans.class, AuditTrail.class, AuditWordsRows.class, Notes.class);
        this.notes = beans.getBean(Notes.class);
    }

    @BeforeEach
    void clear() {
        database.clear();
        beans.getBean(DueOrders.class).mark("us", 250);
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void keepsThemInTheOrderInWhichTheyWereWritten() {
        assertThat(notes.write("us", 250, "first", "anna")).isTrue();
        assertThat(notes.assign("us", 250, "bob", "anna")).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(notes.write("us", 250, "second", "bob")).isTrue();
        assertThat(notes.of("us", 250))
                .containsExactly(
                        new Note(1, Instant.parse("2026-11-03T12:00:00Z"), "anna", "first"),
                        new Note(3, Instant.parse("2026-11-03T12:01:00Z"), "bob", "second"));
        assertThat(notes.of("us", 251)).isEmpty();
        assertThat(notes.write("us", 251, "nobody knows it", "anna")).isFalse();
        assertThat(notes.assign("us", 251, "bob", "anna")).isFalse();
    }

    /** A plan says so in the chain, and whatever a person writes stands beside it. */
    @Test
    void takesAPlansWordsForAPersonsWhereAPersonWritesThem() {
        notes.write("us", 250, "to post: BC1004", "anna");
        assertThat(notes.of("us", 250)).extracting(Note::text).containsExactly("to post: BC1004");
    }

    @Test
    void findsTheNewestAboutEachOfSomeOrders() {
        beans.getBean(DueOrders.class).mark("us", 251);
        beans.getBean(DueOrders.class).mark("us", 252);
        beans.getBean(DueOrders.class).mark("eu", 250);
        notes.write("us", 250, "first", "anna");
        notes.write("us", 250, "second", "bob");
        notes.write("us", 252, "another", "bob");
        notes.assign("us", 252, "bob", "bob");
        notes.write("eu", 250, "of another store", "anna");

        Instant at = clock.instant();
        assertThat(notes.newest("us", List.of(250L, 251L, 252L)))
                .isEqualTo(Map.of(250L, new Note(2, at, "bob", "second"), 252L, new Note(1, at, "bob", "another")));
    }

    @Test
    void showsTheNewestHundred() {
        for (int note = 1; note <= 103; note++) {
            notes.write("us", 250, "note " + note, "anna");
        }
        assertThat(notes.of("us", 250)).hasSize(100);
        assertThat(notes.of("us", 250).get(0).text()).isEqualTo("note 4");
        assertThat(notes.of("us", 250).get(99).text()).isEqualTo("note 103");
    }

    /** Who sends a form twice, or again for several orders of which some were refused. */
    @Test
    void writesTheSameOnce() throws Exception {
        Together.run(2, () -> notes.write("us", 250, "asked  the shop", "anna"));
        assertThat(notes.of("us", 250)).extracting(Note::text).containsExactly("asked the shop");

        notes.write("us", 250, "asked the shop", "bob");
        notes.write("us", 250, "asked the shop", "anna");
        assertThat(notes.of("us", 250)).extracting(Note::by).containsExactly("anna", "bob", "anna");
    }

    /** They may name a person: nothing of them is in the chain, and what is beside it is erased. */
    @Test
    void hasNothingOfTheirTextInTheChain() {
        notes.write("us", 250, "Jane Roe called", "anna");
        assertThat(database.jdbc()
                        .sql("SELECT detail FROM audit")
                        .query(String.class)
                        .list())
                .noneMatch(detail -> detail.contains("Jane"));
        database.jdbc().sql("DELETE FROM audit_words").update();
        assertThat(notes.of("us", 250))
                .containsExactly(new Note(1, Instant.parse("2026-11-03T12:00:00Z"), "anna", null));
    }
}
