package io.ledgerbridge.books;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database tells of whether a journal is to be looked up before it is created. */
record LookUpMarks(JdbcClient jdbc) {

    void lookFirst(List<Journal> journals) {
        jdbc.sql("UPDATE journal SET look_first = TRUE WHERE id IN (:ids)")
                .param("ids", journals.stream().map(Journal::id).toList())
                .update();
    }

    /** Whether the database still knows that it was sent. */
    boolean isKnown(Journal sent) {
        return jdbc.sql("SELECT count(*) FROM journal WHERE id = :id AND attempts >= :attempts")
                        .param("id", sent.id())
                        .param("attempts", sent.attempts())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Since it is marked so, or since its store's books are behind. */
    boolean isToBeLookedUp(Journal journal) {
        return jdbc.sql("""
                        SELECT count(*) FROM journal
                        WHERE id = :id AND (look_first OR EXISTS
                            (SELECT 1 FROM books_behind b WHERE b.store = journal.store AND b.confirmed_at IS NULL))""").param("id", journal.id()).query(Long.class).single() > 0;
    }

    /** When the last that the books know of any store was; nothing where they are empty. */
    Optional<Instant> end() {
        return jdbc.sql("SELECT at FROM audit ORDER BY id DESC LIMIT 1")
                .query((row, index) -> row.getTimestamp("at").toInstant())
                .optional();
    }
}
