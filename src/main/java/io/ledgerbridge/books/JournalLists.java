package io.ledgerbridge.books;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Journals by what they are asked for, a page or a portion at a time. */
@Component
public class JournalLists {

    private final JournalRows rows;

    JournalLists(JournalRows rows) {
        this.rows = rows;
    }

    /** The journals that a query asks for, by accounting date. */
    @Transactional(readOnly = true)
    public JournalPage find(JournalQuery query) {
        return rows.page(query);
    }

    /**
     * The next journals that a query asks for, by accounting date, as many as its size says: whoever wants them all goes
     * through them so, and holds neither a transaction nor more than those in between.
     *
     * @param last the last of those before; null for the first
     */
    @Transactional(readOnly = true)
    public List<Journal> after(@Nullable JournalCursor last, JournalQuery query) {
        return rows.after(last, query);
    }
}
