package io.ledgerbridge.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The rows that prove an order's entries, as they are, by the file that each kind goes into. */
@Repository
class EvidenceRows {

    private static final String ORDER = " WHERE store = :store AND order_id = :order";

    private static final Map<String, String> OF_ORDER = files(
            "chain",
            """
            SELECT a.*, w.words FROM audit a
              LEFT JOIN audit_words w ON w.store = a.store AND w.order_id = a.order_id AND w.link = a.link
             WHERE a.store = :store AND a.order_id = :order ORDER BY a.link""",
            "anchored",
            "SELECT * FROM audit_anchored" + ORDER + " AND anchor <= :newest ORDER BY anchor",
            "readings",
            "SELECT * FROM reading" + ORDER + " ORDER BY read_at, sha256",
            "planned-with",
            "SELECT * FROM planned_with" + ORDER + " ORDER BY sha256",
            "journals",
            "SELECT * FROM journal" + ORDER + " ORDER BY id",
            "lines",
            """
            SELECT l.* FROM journal j JOIN journal_line l ON l.journal_id = j.id
             WHERE j.store = :store AND j.order_id = :order ORDER BY l.journal_id, l.line_number""",
            "approvals",
            "SELECT * FROM approval" + ORDER + " ORDER BY id",
            "set-asides",
            "SELECT * FROM set_aside" + ORDER + " ORDER BY refund_id",
            "recorded-refunds",
            "SELECT * FROM recorded_refund" + ORDER + " ORDER BY number");

    private final JdbcClient jdbc;

    EvidenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All of an order but its events, at one moment.
     *
     * @param newest the last of the anchors that the evidence holds
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Map<String, List<Map<String, @Nullable Object>>> ofOrder(String store, long order, int newest) {
        Map<String, List<Map<String, @Nullable Object>>> files = new LinkedHashMap<>();
        Map<String, Object> values = Map.of("store", store, "order", order, "newest", newest);
        OF_ORDER.forEach((file, sql) -> files.put(file, rows(sql, values)));
        return files;
    }

    @Transactional(readOnly = true)
    public List<Map<String, @Nullable Object>> mappings(String store) {
        return rows(
                "SELECT * FROM mapping_version WHERE store = :store ORDER BY channel, version", Map.of("store", store));
    }

    private List<Map<String, @Nullable Object>> rows(String sql, Map<String, ?> values) {
        return jdbc.sql(sql).params(values).query().listOfRows().stream()
                .map(PlainRow::of)
                .toList();
    }

    private static Map<String, String> files(String... files) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int each = 0; each < files.length; each += 2) {
            all.put(files[each], files[each + 1]);
        }
        return all;
    }
}
