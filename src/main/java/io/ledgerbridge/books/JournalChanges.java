package io.ledgerbridge.books;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What changes in a row of {@code journal}: its state, its place, and what Sage X3 said of it. */
record JournalChanges(JdbcClient jdbc) {

    void state(long id, JournalState state) {
        jdbc.sql("UPDATE journal SET state = :state WHERE id = :id")
                .param("state", state.label())
                .param("id", id)
                .update();
    }

    void moved(long id, String folder, int generation) {
        jdbc.sql("UPDATE journal SET folder = :folder, generation = :generation WHERE id = :id")
                .param("folder", folder)
                .param("generation", generation)
                .param("id", id)
                .update();
    }

    void sent(long id, Instant at, long fence, String requestHash) {
        jdbc.sql("""
                        UPDATE journal SET sent_at = :at, sent_under = :fence, request_hash = :hash, attempts = attempts + 1,
                            refusal_in_doubt = NULL
                        WHERE id = :id""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("fence", fence)
                .param("hash", requestHash)
                .param("id", id)
                .update();
    }

    void unanswered(long id, Instant at, @Nullable String refusal) {
        jdbc.sql("UPDATE journal SET sent_at = :at, refusal_in_doubt = :refusal WHERE id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("refusal", refusal)
                .param("id", id)
                .update();
    }

    void posted(long id, String x3Number, @Nullable String x3Status, Instant at) {
        jdbc.sql("""
                        UPDATE journal SET x3_number = :number, x3_status = :status, posted_at = :at, detail = NULL
                        WHERE id = :id""")
                .param("number", x3Number)
                .param("status", x3Status)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void x3Status(long id, String x3Status) {
        jdbc.sql("UPDATE journal SET x3_status = :status WHERE id = :id")
                .param("status", x3Status)
                .param("id", id)
                .update();
    }

    void nextDate(long id, @Nullable LocalDate date) {
        jdbc.sql("UPDATE journal SET next_date = :date WHERE id = :id")
                .param("date", date)
                .param("id", id)
                .update();
    }

    void detail(long id, String words) {
        jdbc.sql("UPDATE journal SET detail = :words WHERE id = :id")
                .param("words", words)
                .param("id", id)
                .update();
    }
}
