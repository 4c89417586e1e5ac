package io.ledgerbridge.books.lists;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalRows;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The journal of a store that was written last of those that are posted. */
@Component
public class NewestPosted {

    private final JdbcClient jdbc;
    private final JournalRows rows;

    NewestPosted(JdbcClient jdbc, JournalRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Of those in a folder; empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<Journal> of(String store, String folder) {
        return rows.read(jdbc.sql("""
                                SELECT * FROM journal
                                WHERE store = :store AND folder = :folder AND state = 'posted'
                                ORDER BY id DESC LIMIT 1""").param("store", store).param("folder", folder)).stream()
                .findFirst();
    }
}
