package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@OnEachDatabase
class DatabasesTest {

    private final Database database;

    DatabasesTest(Database database) {
        this.database = database;
    }

    @Test
    void isMigratedAndEmpty() {
        assertThat(database.count("event")).isZero();
        assertThat(database.count("due_order")).isZero();
        assertThat(database.count("order_trail")).isZero();
    }
}
