package io.ledgerbridge.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.notes.Tags.Put;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.queue.QueueBeans;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Orders have words under which people find them again. */
@OnEachDatabase
class TagsTest {

    private static final Tag LATE = Tag.of("late");

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final Tags tags;
    private final DueOrders orders;
    private final AuditTrail audit;

    TagsTest(Database database) {
        this.database = database;
        this.beans =
                database.beans(new TestClock("2026-11-03T12:00:00Z"), QueueBeans.class, AuditTrail.class, Tags.class);
        this.tags = beans.getBean(Tags.class);
        this.orders = beans.getBean(DueOrders.class);
        this.audit = beans.getBean(AuditTrail.class);
    }

    @BeforeEach
    void know() {
        database.clear();
        orders.mark("us", 250);
        orders.mark("us", 251);
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void areThereOnceHoweverOftenTheyArePutOn() {
        assertThat(tags.put("us", 250, Tag.of("month-end"), "anna")).isEqualTo(Put.DONE);
        assertThat(tags.put("us", 250, LATE, "anna")).isEqualTo(Put.DONE);
        assertThat(tags.put("us", 250, Tag.of(" LATE "), "ben")).isEqualTo(Put.DONE);

        assertThat(tags.of("us", 250)).containsExactly("late", "month-end");
        assertThat(tags.of("us", List.of(250L, 251L))).isEqualTo(Map.of(250L, List.of("late", "month-end")));
        assertThat(steps()).containsExactly("tagged", "tagged");
    }

    @Test
    void areTakenOffOnce() {
        tags.put("us", 250, LATE, "anna");

        assertThat(tags.remove("us", 250, LATE, "ben")).isTrue();
        assertThat(tags.remove("us", 250, LATE, "ben")).isTrue();

        assertThat(tags.of("us", 250)).isEmpty();
        assertThat(steps()).containsExactly("tagged", "untagged");
    }

    @Test
    void areForOrdersThatAreKnown() {
        assertThat(tags.put("us", 7, LATE, "anna")).isEqualTo(Put.UNKNOWN_ORDER);
        assertThat(tags.remove("us", 7, LATE, "anna")).isFalse();
    }

    @Test
    void areTenAtTheMost() {
        for (int tag = 1; tag <= Tags.MOST; tag++) {
            assertThat(tags.put("us", 250, Tag.of("t" + tag), "anna")).isEqualTo(Put.DONE);
        }

        assertThat(tags.put("us", 250, LATE, "anna")).isEqualTo(Put.TOO_MANY);
        assertThat(tags.put("us", 250, Tag.of("t1"), "anna")).isEqualTo(Put.DONE);
        assertThat(tags.of("us", 250)).hasSize(Tags.MOST);
    }

    @ParameterizedTest
    @CsvSource({"Clôture, clôture", "2026.11_A-1, 2026.11_a-1", "' x ', x"})
    void areInLowerCase(String written, String tag) {
        assertThat(Tag.of(written).text()).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "two words",
                "-a",
                "a/b",
                "<b>",
                "a\nb",
                "1234567890123456789012345678901",
                "𐐷𐐷𐐷𐐷𐐷𐐷𐐷𐐷𐐷𐐷𐐷𐐷𐐷𐐷𐐷𐐷"
            })
    void areNothingElse(String written) {
        assertThatThrownBy(() -> Tag.of(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a tag: 1 to 30 letters");
    }

    private List<String> steps() {
        return audit.of("us", 250, 0, 50).stream().map(AuditLink::step).toList();
    }
}
