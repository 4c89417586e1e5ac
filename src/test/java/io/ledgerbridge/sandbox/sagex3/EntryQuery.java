package io.ledgerbridge.sandbox.sagex3;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code query} of the GraphQL node: a filter, and how many at most. */
final class EntryQuery {

    private static final int MOST = 1000;

    private final Ledger ledger;
    private final Folder folder;

    EntryQuery(Ledger ledger, Folder folder) {
        this.ledger = ledger;
        this.folder = folder;
    }

    /** The first entries that the filter wants, in the order in which they were posted. */
    Map<String, Object> page(@Nullable Integer first, @Nullable String filter) {
        Filter wanted = new Filter(filter);
        String reference = wanted.valueOf(folder.names().graphQlReference());
        List<PostedEntry> entries =
                reference == null ? ledger.entries(folder.name()) : ledger.entries(folder.name(), reference);
        return connection(
                entries.stream()
                        .map(entry -> EntryView.of(entry, folder))
                        .filter(wanted::matches)
                        .toList(),
                first);
    }

    /** The first of any nodes, as a connection. */
    static Map<String, Object> connection(List<?> nodes, @Nullable Integer first) {
        List<Map<String, Object>> edges = nodes.stream()
                .limit(Math.min(first == null ? 20 : first, MOST))
                .map(node -> Map.<String, Object>of("node", node))
                .toList();
        return Map.of(
                "edges",
                edges,
                "pageInfo",
                Map.of("hasNextPage", edges.size() < nodes.size()),
                "totalCount",
                nodes.size());
    }
}
