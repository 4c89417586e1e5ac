package io.ledgerbridge.parked;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import io.ledgerbridge.WholeProgram;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** However many orders are parked, PostgreSQL sorts none of them: each list stands in the order of an index. */
@WholeProgram
class ParkedPlansTest {

    private final Database database = Databases.postgresql();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void takesAPageByMoneyAndAgeFromAnIndex() throws Exception {
        ParkedFilter filter = new ParkedFilter(null, "gave-up", null);
        ParkedCursor last = new ParkedCursor(new BigDecimal("5.00"), Instant.parse("2026-11-03T12:00:00Z"), "us", 7);
        assertThat(plan(ParkedOrders.page(filter, ""), filter.values()))
                .anyMatch(step -> step.contains("due_order_parked_by_money"))
                .noneMatch(step -> step.contains("Sort"));
        assertThat(plan(ParkedOrders.page(filter, last.condition()), filter.values(), last.values()))
                .anyMatch(step -> step.contains("Index Cond") && step.contains("not_in_ledger <="))
                .noneMatch(step -> step.contains("Sort"));
        assertThat(plan(ParkedOrders.page(filter, " AND " + ParkedCursor.NOT_READ), filter.values()))
                .anyMatch(step -> step.contains("Index Cond") && step.contains("not_in_ledger IS NULL"))
                .noneMatch(step -> step.contains("Sort"));
    }

    @Test
    void goesThroughAGroupByAnIndexOfParkedOrdersAlone() throws Exception {
        JdbcClient jdbc = database.jdbc();
        LetterQuery group =
                LetterQuery.group(jdbc, new ParkedGroup("us", "gave-up", null, Instant.parse("2026-11-03T12:00:00Z")));
        assertThat(plan(group.numbers(), group.values(), Map.of("after", 7L)))
                .anyMatch(step -> step.contains("due_order_parked "))
                .noneMatch(step -> step.contains("Sort"));
    }

    @SafeVarargs
    private List<String> plan(String sql, Map<String, Object>... parameters) throws Exception {
        try (Connection connection = database.source().getConnection()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            // of a table that is as good as empty all rows would be read
            jdbc.sql("SET enable_seqscan = off").update();
            jdbc.sql("SET enable_bitmapscan = off").update();
            JdbcClient.StatementSpec query = jdbc.sql("EXPLAIN " + sql).param("most", 50);
            for (Map<String, Object> some : parameters) {
                query = query.params(some);
            }
            List<String> plan = query.query(String.class).list();
            jdbc.sql("RESET ALL").update();
            return plan;
        }
    }
}
