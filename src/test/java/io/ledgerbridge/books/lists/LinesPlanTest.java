package io.ledgerbridge.books.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** However many journals there are, those that begin with a text are found by an index, whatever the database's language is. */
@Tag("each-database")
class LinesPlanTest {

    @Test
    void findsBeginningsByAnIndexOfTheirOwn() throws Exception {
        try (Database database = Databases.postgresql()) {
            SingleConnectionDataSource one =
                    new SingleConnectionDataSource(database.source().getConnection(), true);
            JdbcClient jdbc = JdbcClient.create(one);
            // of a table that is as good as empty all rows are read
            jdbc.sql("SET enable_seqscan = off").update();
            jdbc.sql("SET enable_indexscan = off").update();
            LineQuery query = new LineQuery(null, null, null, "BC10", 0, 50);
            List<String> plan = jdbc.sql("EXPLAIN " + LineLists.LINES + query.where(false))
                    .params(query.parameters(false))
                    .query(String.class)
                    .list();
            one.destroy();
            assertThat(plan).anySatisfy(step -> assertThat(step).contains("journal_of_reference_beginning"));
            assertThat(plan).anySatisfy(step -> assertThat(step).contains("journal_of_x3_number_beginning"));
        }
    }
}
