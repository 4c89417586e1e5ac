package io.ledgerbridge.sandbox.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/** The {@code query} of the GraphQL node: filter, order and page. */
final class EntryQuery {

    private static final int MOST = 1000;

    private final Ledger ledger;
    private final Folder folder;

    EntryQuery(Ledger ledger, Folder folder) {
        this.ledger = ledger;
        this.folder = folder;
    }

    /** A page of entries as a connection: edges and pageInfo. */
    Map<String, Object> page(
            @Nullable Integer first, @Nullable String after, @Nullable String filter, @Nullable String orderBy) {
        Filter wanted = Filter.of(filter);
        String reference = wanted.valueOf(folder.names().graphQlReference());
        List<PostedEntry> entries =
                reference == null ? ledger.entries(folder.name()) : ledger.entries(folder.name(), reference);
        List<Map<String, Object>> views = entries.stream()
                .map(entry -> EntryView.of(entry, folder))
                .filter(wanted::matches)
                .sorted(order(Filter.read(orderBy)))
                .toList();
        return connection(views, first, after);
    }

    /** A page of any nodes. A cursor is the node's key, or its place in the list where it has none. */
    static Map<String, Object> connection(List<?> nodes, @Nullable Integer first, @Nullable String after) {
        List<String> cursors = new ArrayList<>();
        for (Object node : nodes) {
            Object id = node instanceof Map<?, ?> view ? view.get("_id") : null;
            cursors.add(id == null ? Integer.toString(cursors.size() + 1) : id.toString());
        }
        int from = after == null ? 0 : placeOf(after, cursors);
        int to = Math.min(from + Math.min(first == null ? 20 : first, MOST), nodes.size());
        List<Map<String, Object>> edges = new ArrayList<>();
        for (int i = from; i < to; i++) {
            edges.add(Map.of("node", nodes.get(i), "cursor", cursors.get(i)));
        }
        Map<String, @Nullable Object> pageInfo = new LinkedHashMap<>();
        pageInfo.put("startCursor", edges.isEmpty() ? null : cursors.get(from));
        pageInfo.put("endCursor", edges.isEmpty() ? null : cursors.get(to - 1));
        pageInfo.put("hasNextPage", to < nodes.size());
        pageInfo.put("hasPreviousPage", from > 0);
        return Map.of("edges", edges, "pageInfo", pageInfo, "totalCount", nodes.size());
    }

    private static int placeOf(String cursor, List<String> cursors) {
        int place = cursors.indexOf(cursor);
        if (place < 0) {
            throw new IllegalArgumentException("Unknown cursor: " + cursor);
        }
        return place + 1;
    }

    /** As the orderBy says, 1 up and -1 down, and then by key. */
    private static Comparator<Map<String, Object>> order(JsonNode orderBy) {
        Comparator<Map<String, Object>> order = Comparator.comparing(view -> 0);
        for (Entry<String, JsonNode> member : orderBy.properties()) {
            Comparator<Map<String, Object>> one = Comparator.comparing(view -> valueOf(view, member.getKey()));
            boolean down = member.getValue().findValuesAsText("_id").contains("-1")
                    || member.getValue().findValuesAsText("code").contains("-1")
                    || member.getValue().asInt() < 0;
            order = order.thenComparing(down ? one.reversed() : one);
        }
        return order.thenComparing(view -> valueOf(view, "_id"));
    }

    private static String valueOf(Map<String, Object> view, String property) {
        Object value = view.get(property);
        if (value == null) {
            throw new IllegalArgumentException("Unknown property in orderBy: " + property);
        }
        return value instanceof Map<?, ?> reference ? String.valueOf(reference.get("_id")) : value.toString();
    }
}
