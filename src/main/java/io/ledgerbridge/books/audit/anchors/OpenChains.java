package io.ledgerbridge.books.audit.anchors;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chains whose end no anchor holds. Nobody has to wait for them to be taken into one: a chain that goes on stays open. */
record OpenChains(JdbcClient jdbc, JdbcTemplate batches) {

    private static final int AT_ONCE = 500;

    /** Where a chain is among all of them. */
    record Place(String store, long order) {

        static final Place FIRST = new Place("", 0);
    }

    /** An open chain's end. */
    private record End(Place place, int link, String hash) {}

    /** Takes the next ones into an anchor: the last of them; empty where there are no more. */
    Optional<Place> take(int anchor, Place after) {
        List<End> ends = next(after);
        int position = jdbc.sql("SELECT coalesce(max(position), 0) FROM audit_anchored WHERE anchor = :anchor")
                .param("anchor", anchor)
                .query(Integer.class)
                .single();
        insert(anchor, position, ends);
        batches.batchUpdate(
                "UPDATE audit_head SET anchored = TRUE WHERE store = ? AND order_id = ? AND link = ?",
                ends.stream()
                        .map(end -> new Object[] {end.place.store, end.place.order, end.link})
                        .toList());
        return ends.isEmpty() ? Optional.empty() : Optional.of(ends.get(ends.size() - 1).place);
    }

    /** How many chains there are, and how many links they have. */
    Anchor.Totals totals() {
        return jdbc.sql("SELECT count(*) AS chains, coalesce(sum(CAST(link AS BIGINT)), 0) AS links FROM audit_head")
                .query((row, index) -> new Anchor.Totals(row.getLong("chains"), row.getLong("links")))
                .single();
    }

    private List<End> next(Place after) {
        return jdbc.sql("""
                        SELECT store, order_id, link, hash FROM audit_head
                         WHERE anchored = FALSE AND store >= :store AND (store > :store OR order_id > :order)
                         ORDER BY anchored, store, order_id LIMIT :most""")
                .param("store", after.store)
                .param("order", after.order)
                .param("most", AT_ONCE)
                .query((row, index) -> new End(
                        new Place(row.getString("store"), row.getLong("order_id")),
                        row.getInt("link"),
                        row.getString("hash")))
                .list();
    }

    private void insert(int anchor, int position, List<End> ends) {
        Object[][] rows = new Object[ends.size()][];
        for (int index = 0; index < rows.length; index++) {
            End end = ends.get(index);
            rows[index] =
                    new Object[] {anchor, position + index + 1, end.place.store, end.place.order, end.link, end.hash};
        }
        batches.batchUpdate(
                "INSERT INTO audit_anchored (anchor, position, store, order_id, link, hash) VALUES (?, ?, ?, ?, ?, ?)",
                List.of(rows));
    }
}
