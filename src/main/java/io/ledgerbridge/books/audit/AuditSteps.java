package io.ledgerbridge.books.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Looks for links of all chains by what was done, by whom, and when. */
@Repository
public class AuditSteps {

    private final JdbcClient jdbc;

    /** Whether the database has who did something in a column; null as long as nobody has looked. */
    private volatile @Nullable Boolean isColumn;

    AuditSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** So many at the most, the newest first. */
    @Transactional(readOnly = true)
    public List<FoundStep> find(StepQuery query, int most) {
        return jdbc.sql(select(query))
                .params(query.values())
                .param("most", most)
                .query(FoundStep::of)
                .list();
    }

    /** As it is asked for, so that its plan can be looked at. */
    String select(StepQuery query) {
        return "SELECT * FROM audit" + query.where(isColumn()) + query.ordering(isColumn()) + " LIMIT :most";
    }

    /** On H2, which has no index of what is computed. */
    private boolean isColumn() {
        Boolean known = isColumn;
        if (known == null) {
            known = jdbc.sql("""
                                    SELECT count(*) FROM information_schema.columns
                                     WHERE table_name = 'audit' AND column_name = 'person'""").query(Long.class).single() > 0;
            isColumn = known;
        }
        return known;
    }

    /** What was said in some that were found, by their ids; JSON. */
    @Transactional(readOnly = true)
    public Map<Long, String> words(List<FoundStep> found) {
        Map<Long, String> words = new HashMap<>();
        if (!found.isEmpty()) {
            jdbc.sql("""
                            SELECT audit.id, audit_words.words FROM audit
                              JOIN audit_words ON audit_words.store = audit.store
                               AND audit_words.order_id = audit.order_id AND audit_words.link = audit.link
                             WHERE audit.id IN (:ids)""")
                    .param("ids", found.stream().map(FoundStep::id).toList())
                    .query(row -> {
                        words.put(row.getLong("id"), row.getString("words"));
                    });
        }
        return words;
    }

    /** How many there are, up to a number. */
    @Transactional(readOnly = true)
    public long count(StepQuery query, int most) {
        return jdbc.sql("SELECT count(*) FROM (SELECT id FROM audit" + query.where(isColumn())
                        + " LIMIT :most) AS found")
                .params(query.values())
                .param("most", most)
                .query(Long.class)
                .single();
    }
}
