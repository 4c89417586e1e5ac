package io.ledgerbridge.books.audit;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Looks for links of all chains by what was done, and when. */
@Repository
public class AuditSteps {

    private final JdbcClient jdbc;

    AuditSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. Who did it is looked for in the links of the step and the time: there is no index by person. */
    @Transactional(readOnly = true)
    public List<FoundStep> find(StepQuery query) {
        StepQuery.Place place = query.place();
        return jdbc.sql("""
                        SELECT * FROM audit
                         WHERE step = :step AND at >= :from AND at <= :to AND (at < :to OR id < :id)
                           AND (:everyStore OR store = :store) AND (:anybody OR detail LIKE :by ESCAPE '!')
                         ORDER BY step DESC, at DESC, id DESC LIMIT :size""")
                .param("step", query.step())
                .param("from", query.from().atOffset(ZoneOffset.UTC))
                .param("to", place.at().atOffset(ZoneOffset.UTC))
                .param("id", place.id())
                .param("everyStore", query.store() == null)
                .param("store", query.store() == null ? "" : query.store())
                .param("anybody", query.by() == null)
                .param("by", query.by() == null ? "" : by(query.by()))
                .param("size", query.size())
                .query(FoundStep::of)
                .list();
    }

    /** As the detail has it, whatever the name holds. */
    private static String by(String name) {
        String said = TextNode.valueOf(name).toString();
        return "%\"by\":" + said.replaceAll("[!%_]", "!$0") + "%";
    }
}
