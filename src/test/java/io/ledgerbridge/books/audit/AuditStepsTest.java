package io.ledgerbridge.books.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.books.audit.StepQuery.Place;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which links are found by their step, their time, and who did it. */
@OnEachDatabase
class AuditStepsTest {

    private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");

    private final Database database;
    private final AuditSteps steps;

    AuditStepsTest(Database database) {
        this.database = database;
        this.steps = new AuditSteps(database.jdbc());
    }

    @BeforeEach
    void write() {
        database.clear();
        for (int order = 1; order <= 4; order++) {
            add(order % 2 == 0 ? "eu" : "us", order, NOON.plusSeconds(order / 2), "set-aside", "a_b");
        }
        add("us", 9, NOON, "order-read", "a_b");
        add("us", 10, NOON.plusSeconds(60), "set-aside", "axb");
    }

    @Test
    void findsThoseOfAStepTheNewestFirst() {
        assertThat(orders(find(null, null, null, 10))).containsExactly(10L, 4L, 3L, 2L, 1L);
        assertThat(orders(find("eu", null, null, 10))).containsExactly(4L, 2L);
    }

    @Test
    void findsThoseOfAPersonWhoseNameIsNoPattern() {
        assertThat(orders(find(null, "a_b", null, 10))).containsExactly(4L, 3L, 2L, 1L);
    }

    @Test
    void goesOnBehindTheLastEvenWithinAnInstant() {
        List<FoundStep> first = find(null, null, null, 3);
        FoundStep last = first.get(2);

        List<FoundStep> next = find(null, null, new Place(last.link().at(), last.id()), 3);

        assertThat(orders(first)).containsExactly(10L, 4L, 3L);
        assertThat(orders(next)).containsExactly(2L, 1L);
    }

    @Test
    void findsWhatAPersonDidWhateverAndWheneverItWas() {
        assertThat(orders(steps.find(by("a_b"), 10))).containsExactly(4L, 3L, 2L, 9L, 1L);
        assertThat(orders(steps.find(by("axb"), 10))).containsExactly(10L);
        assertThat(steps.find(by("nobody"), 10)).isEmpty();
        assertThat(steps.count(by("a_b"), 10)).isEqualTo(5);
        assertThat(steps.count(by("a_b"), 3)).isEqualTo(3);
    }

    @Test
    void findsAPersonWhateverTheNameHolds() {
        List<String> names =
                List.of("a\"b", "a\\", "Jürgen {:by}", "%", "x".repeat(3000), "x".repeat(100) + "y", "😀".repeat(30));
        names.forEach(name -> add("us", 20 + names.indexOf(name), NOON, "note-written", name));

        assertThat(names)
                .allSatisfy(name ->
                        assertThat(orders(steps.find(by(name), 10))).containsExactly(20L + names.indexOf(name)));
    }

    @Test
    void findsNothingOfAPersonInWhatTheLinkSaysBeside() {
        add("us", 30, NOON, "note-written", "M. Keller");
        write(31, "note-written", "{\"text\":\"\\\"by\\\":\\\"M. Keller\\\"\",\"by\":\"ops\"}");
        write(32, "note-written", "{\"to\":\"M. Keller\",\"by\":\"ops\"}");
        write(33, "note-written", "{\"by\":");

        assertThat(orders(steps.find(by("M. Keller"), 10))).containsExactly(30L);
        assertThat(orders(steps.find(by("ops"), 10))).containsExactly(32L, 31L);
    }

    @Test
    void goesOnBehindTheLastOfAPerson() {
        List<FoundStep> first = steps.find(by("a_b"), 3);

        assertThat(orders(steps.find(by("a_b").behind(first.get(2)), 3))).containsExactly(9L, 1L);
    }

    @Test
    void needsAStepOrAPerson() {
        assertThatThrownBy(() -> new StepQuery(null, "us", null, NOON, NOON, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesOutWhatIsAtTheEndOfTheDays() {
        StepQuery query = new StepQuery("set-aside", null, null, NOON, NOON.plusSeconds(2), null);

        assertThat(orders(steps.find(query, 10))).containsExactly(3L, 2L, 1L);
    }

    private List<FoundStep> find(@Nullable String store, @Nullable String by, @Nullable Place before, int size) {
        return steps.find(new StepQuery("set-aside", store, by, NOON, NOON.plusSeconds(3600), before), size);
    }

    private static StepQuery by(String name) {
        return new StepQuery(null, null, name, null, null, null);
    }

    private static List<Long> orders(List<FoundStep> found) {
        return found.stream().map(FoundStep::order).toList();
    }

    private void add(String store, long order, Instant at, String step, String by) {
        write(
                store,
                order,
                at,
                step,
                JsonNodeFactory.instance.objectNode().put("by", by).toString());
    }

    private void write(long order, String step, String detail) {
        write("us", order, NOON, step, detail);
    }

    private void write(String store, long order, Instant at, String step, String detail) {
        database.jdbc()
                .sql("""
                        INSERT INTO audit (store, order_id, link, at, step, detail, previous_hash, hash)
                        VALUES (:store, :order, 1, :at, :step, :detail, :hash, :hash)""")
                .param("store", store)
                .param("order", order)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("step", step)
                .param("detail", detail)
                .param("hash", "0".repeat(64))
                .update();
    }
}
