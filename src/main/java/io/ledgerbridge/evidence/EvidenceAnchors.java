package io.ledgerbridge.evidence;

import io.ledgerbridge.books.audit.anchors.AnchorRows;
import io.ledgerbridge.books.audit.anchors.Anchored;
import io.ledgerbridge.evidence.Evidence.Check;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The anchors that were made, and the rows of all chains that one holds: those never change. */
@Repository
class EvidenceAnchors {

    private final JdbcClient jdbc;
    private final AnchorRows rows;

    EvidenceAnchors(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new AnchorRows(jdbc);
    }

    /** One a day, each with the hash of the one before. */
    List<Map<String, @Nullable Object>> all() {
        return jdbc.sql("SELECT * FROM audit_anchor ORDER BY number").query().listOfRows().stream()
                .map(PlainRow::of)
                .toList();
    }

    /** The rows of one anchor, as the text of which its digest is. */
    void write(int anchor, OutputStream out, Check check) throws IOException {
        List<Anchored> some = rows.after(anchor, 0);
        while (!some.isEmpty()) {
            check.check();
            for (Anchored row : some) {
                out.write((row.text() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            some = rows.after(anchor, some.get(some.size() - 1).position());
        }
    }
}
