package io.ledgerbridge.books.audit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Looks for links of all chains by what was done, by whom, and when. */
@Repository
public class AuditSteps {

    private final JdbcClient jdbc;

    AuditSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** So many at the most, the newest first. */
    @Transactional(readOnly = true)
    public List<FoundStep> find(StepQuery query, int most) {
        return jdbc.sql("SELECT * FROM audit" + query.where() + query.ordering() + " LIMIT :most")
                .params(query.values())
                .param("most", most)
                .query(FoundStep::of)
                .list();
    }

    /** How many there are, up to a number. */
    @Transactional(readOnly = true)
    public long count(StepQuery query, int most) {
        return jdbc.sql("SELECT count(*) FROM (SELECT id FROM audit" + query.where() + " LIMIT :most) AS found")
                .params(query.values())
                .param("most", most)
                .query(Long.class)
                .single();
    }
}
