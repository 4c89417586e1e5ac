package io.ledgerbridge.evidence;

import com.fasterxml.jackson.databind.SequenceWriter;
import io.ledgerbridge.evidence.Evidence.Check;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The events about an order, some at a time: nobody knows how many there are, nor how long. */
@Repository
class EvidenceEvents {

    private static final int AT_ONCE = 100;

    /** So many on the order's page. */
    private static final int SHOWN = 200;

    private final JdbcClient jdbc;

    EvidenceEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes all of them.
     *
     * @return the first of them without what came, for the order's page
     */
    List<Map<String, @Nullable Object>> write(String store, long order, OutputStream out, Check check)
            throws IOException {
        List<Map<String, @Nullable Object>> shown = new ArrayList<>();
        try (SequenceWriter json =
                EvidenceZip.JSON.writerWithDefaultPrettyPrinter().writeValuesAsArray(out)) {
            List<Map<String, @Nullable Object>> some = after(0, store, order);
            while (!some.isEmpty()) {
                check.check();
                json.writeAll(some);
                some.stream()
                        .limit(SHOWN - shown.size())
                        .map(EvidenceEvents::plain)
                        .forEach(shown::add);
                some = after(id(some.get(some.size() - 1)), store, order);
            }
        }
        return shown;
    }

    private List<Map<String, @Nullable Object>> after(long id, String store, long order) {
        return jdbc
                .sql("""
                        SELECT * FROM event WHERE store = :store AND order_id = :order AND id > :after
                         ORDER BY id LIMIT :most""")
                .params(Map.of("store", store, "order", order, "after", id, "most", AT_ONCE))
                .query()
                .listOfRows()
                .stream()
                .map(PlainRow::of)
                .toList();
    }

    private static long id(Map<String, @Nullable Object> event) {
        return event.get("id") instanceof Number id ? id.longValue() : Long.MAX_VALUE;
    }

    private static Map<String, @Nullable Object> plain(Map<String, @Nullable Object> event) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>(event);
        plain.remove("body");
        plain.remove("headers");
        return plain;
    }
}
