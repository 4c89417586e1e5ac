package io.ledgerbridge.books.lists;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalRows;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Journals by what they are asked for, a page or a portion at a time. */
@Component
public class JournalLists {

    private final JdbcClient jdbc;
    private final JournalRows rows;

    JournalLists(JdbcClient jdbc, JournalRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * The journals that a query asks for, by accounting date. Their ids come first, by an index alone: a page far behind the
     * first passes over many of them.
     */
    @Transactional(readOnly = true)
    public JournalPage find(JournalQuery query) {
        String where = query.where();
        long total = jdbc.sql("SELECT count(*) FROM journal" + where)
                .params(query.parameters())
                .query(Long.class)
                .single();
        List<Long> ids = jdbc.sql("SELECT id FROM journal" + where + query.ordering() + " LIMIT :limit OFFSET :offset")
                .params(query.parameters())
                .param("limit", query.size())
                .param("offset", query.offset())
                .query(Long.class)
                .list();
        return new JournalPage(rows.byIds(ids), query.page(), query.size(), total);
    }

    /**
     * The next journals that a query asks for, by accounting date, as many as its size says: whoever wants them all goes
     * through them so, and holds neither a transaction nor more than those in between.
     *
     * @param last the last of those before; null for the first
     */
    @Transactional(readOnly = true)
    public List<Journal> after(@Nullable JournalCursor last, JournalQuery query) {
        String where = query.where();
        Map<String, Object> values = query.parameters();
        if (last != null) {
            // the first condition is for H2, which finds no place in an index by a comparison of rows
            where += (where.isEmpty() ? " WHERE " : " AND ")
                    + "accounting_date >= :lastDate AND (accounting_date, id) > (:lastDate, :lastId)";
            values.put("lastDate", last.accountingDate());
            values.put("lastId", last.id());
        }
        return rows.read(jdbc.sql("SELECT * FROM journal" + where + query.ordering() + " LIMIT :limit")
                .params(values)
                .param("limit", query.size()));
    }
}
