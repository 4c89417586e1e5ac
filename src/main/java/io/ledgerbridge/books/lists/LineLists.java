package io.ledgerbridge.books.lists;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lines by account and day, by reference, or by X3's number, in the order in which they were written. */
@Component
public class LineLists {

    static final String LINES = """
            SELECT journal.store, journal.order_id, journal.reference, journal.x3_number, journal.state,
                   journal.accounting_date, journal.currency, line.account, line.role, line.amount
              FROM journal_line line JOIN journal ON journal.id = line.journal_id""";

    private final JdbcClient jdbc;

    LineLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One page.
     *
     * @param more whether there is another
     */
    public record Page(List<FoundLine> items, int page, int size, boolean more) {}

    /** What has all of a text comes before what only begins with it, which is asked for where nothing has. */
    @Transactional(readOnly = true)
    public Page find(LineQuery query) {
        boolean isWhole = query.text() != null && isThere(query);
        List<FoundLine> found = jdbc.sql(LINES
                        + query.where(isWhole)
                        + " ORDER BY line.journal_id, line.line_number LIMIT :limit OFFSET :offset")
                .params(query.parameters(isWhole))
                .param("limit", query.size() + 1)
                .param("offset", query.offset())
                .query(FoundLine::of)
                .list();
        boolean more = found.size() > query.size();
        return new Page(more ? found.subList(0, query.size()) : found, query.page(), query.size(), more);
    }

    private boolean isThere(LineQuery query) {
        return !jdbc.sql(
                        "SELECT id FROM journal WHERE (reference = :text OR x3_number = :text) AND state <> 'withdrawn' LIMIT 1")
                .param("text", query.text())
                .query(Long.class)
                .list()
                .isEmpty();
    }
}
