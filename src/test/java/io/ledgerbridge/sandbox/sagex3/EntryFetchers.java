package io.ledgerbridge.sandbox.sagex3;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the GraphQL node does, and an entry as it shows it: references as objects, the lines as a collection. */
final class EntryFetchers {

    private static final int MOST = 1000;

    /** The node's properties, and X3's names of them. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("journalEntryType", "TYP"),
            Map.entry("journalEntryNumber", "NUM"),
            Map.entry("company", "CPY"),
            Map.entry("site", "FCY"),
            Map.entry("journal", "JOU"),
            Map.entry("accountingDate", "ACCDAT"),
            Map.entry("documentDate", "BPRDATVCR"),
            Map.entry("rateDate", "RATDAT"),
            Map.entry("transactionCurrency", "CUR"),
            Map.entry("sourceDocument", "BPRVCR"),
            Map.entry("description", "DESVCR"));

    private static final Set<String> REFERENCES =
            Set.of("journalEntryType", "company", "site", "journal", "transactionCurrency");

    private final Ledger ledger;
    private final Folder folder;

    EntryFetchers(Ledger ledger, Folder folder) {
        this.ledger = ledger;
        this.folder = folder;
    }

    /** A level of the schema that only holds the next: package and node. */
    static Object level(DataFetchingEnvironment environment) {
        return Map.of();
    }

    static Object lines(DataFetchingEnvironment environment) {
        List<?> lines = environment.getSource() instanceof List<?> source ? source : List.of();
        return connection(lines, environment.getArgument("first"));
    }

    /** The first entries that the filter wants, in the order in which they were posted. */
    Object query(DataFetchingEnvironment environment) {
        try {
            Filter wanted = new Filter(environment.getArgument("filter"));
            return connection(
                    ledger.entries(folder.name(), wanted.valueOf("sourceDocument")).stream()
                            .map(entry -> view(entry, folder))
                            .filter(wanted::matches)
                            .toList(),
                    environment.getArgument("first"));
        } catch (IllegalArgumentException e) {
            return failed(environment, "Query failed.", List.of(Diagnosis.error(String.valueOf(e.getMessage()))));
        }
    }

    Object create(DataFetchingEnvironment environment) {
        Posting posting = ledger.post(folder.name(), draftOf(map(environment.getArgument("data"))));
        PostedEntry entry = posting.entry();
        return entry == null
                ? failed(environment, "Create operation failed.", posting.diagnoses())
                : view(entry, folder);
    }

    /** The first of any nodes, as a connection. */
    static Map<String, Object> connection(List<?> nodes, @Nullable Integer first) {
        List<Map<String, Object>> edges = nodes.stream()
                .limit(Math.min(first == null ? 20 : first, MOST))
                .map(node -> Map.<String, Object>of("node", node))
                .toList();
        boolean more = edges.size() < nodes.size();
        return Map.of("edges", edges, "pageInfo", Map.of("hasNextPage", more), "totalCount", nodes.size());
    }

    static DataFetcherResult<Object> failed(
            DataFetchingEnvironment environment, String message, List<Diagnosis> diagnoses) {
        List<Map<String, Object>> listed = diagnoses.stream()
                .map(diagnosis -> Map.<String, Object>of(
                        "severity", diagnosis.severity(), "path", List.of(), "message", diagnosis.message()))
                .toList();
        return DataFetcherResult.newResult()
                .error(GraphqlErrorBuilder.newError(environment)
                        .message("%s", message)
                        .extensions(Map.of("code", "operation-error", "diagnoses", listed))
                        .build())
                .build();
    }

    static Map<String, Object> view(PostedEntry entry, Folder folder) {
        Map<String, String> header = entry.header();
        Map<String, Object> view = new HashMap<>();
        NAMES.forEach((name, field) -> {
            String value = header.getOrDefault(field, "");
            view.put(name, REFERENCES.contains(name) ? reference(value) : value);
        });
        view.put("_id", entry.type() + "|" + entry.number());
        view.put("journalEntryStatus", entry.status() == 2 ? "final" : "temporary");
        view.put(
                "journalEntryLines",
                LedgerRow.of(entry, folder).stream().map(EntryFetchers::view).toList());
        return view;
    }

    private static Map<String, @Nullable Object> view(LedgerRow row) {
        PostedEntry.Line line = row.line();
        Map<String, @Nullable Object> view = new HashMap<>(line.dimensions());
        view.put("account", reference(line.account()));
        view.put("businessPartner", line.businessPartner() == null ? null : reference(line.businessPartner()));
        view.put("tax", line.taxCode().isEmpty() ? null : reference(line.taxCode()));
        view.put("sign", line.sign());
        view.put("transactionAmount", line.amount());
        view.put("lineDescription", line.description());
        view.put("ledgerTypeNumber", row.ledger());
        return view;
    }

    private static Map<String, Object> reference(String code) {
        return Map.of("_id", code, "code", code);
    }

    private static EntryDraft draftOf(Map<?, ?> data) {
        Map<String, String> header = new HashMap<>();
        NAMES.forEach((name, field) -> header.put(field, text(data, name)));
        header.put("STA", text(data, "journalEntryStatus").equals("final") ? "2" : "1");
        List<?> lines = data.get("journalEntryLines") instanceof List<?> given ? given : List.of();
        return EntryDraft.of(
                header,
                data.get("accountingDate") instanceof LocalDate date ? date : null,
                lines.stream().map(line -> lineOf(map(line))).toList());
    }

    private static EntryDraft.Line lineOf(Map<?, ?> line) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        line.forEach((name, value) -> {
            if (EntryDraft.isDimension(name.toString()) && value != null) {
                dimensions.put(name.toString(), value.toString());
            }
        });
        return new EntryDraft.Line(
                text(line, "account"),
                text(line, "businessPartner"),
                line.get("sign") instanceof Integer sign ? sign : 0,
                line.get("transactionAmount") instanceof BigDecimal amount ? amount : null,
                text(line, "lineDescription"),
                dimensions,
                text(line, "tax"));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Map<?, ?> map, String name) {
        Object value = map.get(name);
        return value == null ? "" : value.toString();
    }
}
