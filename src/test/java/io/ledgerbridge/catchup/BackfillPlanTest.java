package io.ledgerbridge.catchup;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import org.junit.jupiter.api.Test;

class BackfillPlanTest {

    /** Each page asks for it, and the orders that were ever known are many. */
    @Test
    void countsTheDueOrdersByTheirIndex() {
        try (Database database = Databases.h2()) {
            assertThat(database.jdbc()
                            .sql("EXPLAIN " + BackfillRows.DUE)
                            .param("store", "us")
                            .param("most", 1)
                            .query(String.class)
                            .single())
                    .contains("due_order_claim: store = ?1", "AND due_at < ");
        }
    }
}
