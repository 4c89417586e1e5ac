package io.ledgerbridge.books.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What was done lately is found among the last links, and nothing before them is looked at. */
@OnEachDatabase
class NewestStepsTest {

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final NewestSteps steps;

    NewestStepsTest(Database database) {
        this.database = database;
        this.beans = database.beans(new TestClock("2026-11-03T12:00:00Z"), NewestSteps.class);
        this.steps = beans.getBean(NewestSteps.class);
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
    void areNoneWhereThereIsNoTrail() {
        assertThat(steps.of(null, List.of("set-aside"), 50)).isEmpty();
    }

    @Test
    void comeNewestFirstAndOfTheirKindAlone() {
        link(1, "us", 250, "set-aside");
        link(2, "us", 250, "order-posted");
        link(3, "eu", 7, "order-replayed");

        assertThat(steps.of(null, List.of("set-aside", "order-replayed"), 50))
                .extracting(step ->
                        step.store() + " " + step.order() + " " + step.link().step())
                .containsExactly("eu 7 order-replayed", "us 250 set-aside");
        assertThat(steps.of("us", List.of("set-aside", "order-replayed"), 50)).hasSize(1);
        assertThat(steps.of(null, List.of("set-aside", "order-replayed"), 1)).hasSize(1);
    }

    @Test
    void areNotLookedForFurtherBack() {
        link(1, "us", 250, "set-aside");
        link(2 + NewestSteps.WITHIN, "us", 251, "order-posted");

        assertThat(steps.of(null, List.of("set-aside"), 50)).isEmpty();
    }

    private void link(long id, String store, long order, String step) {
        database.jdbc()
                .sql("""
                        INSERT INTO audit (id, store, order_id, link, at, step, detail, previous_hash, hash)
                        VALUES (:id, :store, :order, :id, :at, :step, '{}', :hash, :hash)""")
                .params(Map.of(
                        "id", id,
                        "store", store,
                        "order", order,
                        "at", OffsetDateTime.parse("2026-11-03T12:00:00Z"),
                        "step", step,
                        "hash", "0".repeat(64)))
                .update();
    }
}
