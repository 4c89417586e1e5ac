package io.ledgerbridge.sandbox.sagex3;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the GraphQL node does. */
final class EntryFetchers {

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
        return EntryQuery.connection(lines, environment.getArgument("first"));
    }

    Object query(DataFetchingEnvironment environment) {
        try {
            return new EntryQuery(ledger, folder)
                    .page(environment.getArgument("first"), environment.getArgument("filter"));
        } catch (IllegalArgumentException e) {
            return failed(environment, "Query failed.", List.of(Diagnosis.error(String.valueOf(e.getMessage()))));
        }
    }

    @Nullable
    Object read(DataFetchingEnvironment environment) {
        String[] key = String.valueOf(environment.<Object>getArgument("_id")).split("\\|", 2);
        PostedEntry entry = key.length < 2 ? null : ledger.find(folder.name(), key[0], key[1]);
        return entry == null ? null : EntryView.of(entry, folder);
    }

    Object create(DataFetchingEnvironment environment) {
        Posting posting = ledger.post(folder.name(), draftOf(map(environment.getArgument("data"))));
        PostedEntry entry = posting.entry();
        return entry == null
                ? failed(environment, "Create operation failed.", posting.diagnoses())
                : EntryView.of(entry, folder);
    }

    private static DataFetcherResult<Object> failed(
            DataFetchingEnvironment environment, String message, List<Diagnosis> diagnoses) {
        return DataFetcherResult.newResult()
                .error(GraphqlErrorBuilder.newError(environment)
                        .message("%s", message)
                        .extensions(Map.of("code", "operation-error", "diagnoses", listed(diagnoses)))
                        .build())
                .build();
    }

    private static List<Map<String, Object>> listed(List<Diagnosis> diagnoses) {
        return diagnoses.stream()
                .map(diagnosis -> Map.<String, Object>of(
                        "severity", diagnosis.severity(), "path", List.of(), "message", diagnosis.message()))
                .toList();
    }

    private EntryDraft draftOf(Map<?, ?> data) {
        List<?> lines = data.get("journalEntryLines") instanceof List<?> given ? given : List.of();
        return new EntryDraft(
                text(data, "journalEntryType"),
                text(data, "journalEntryNumber"),
                text(data, "site"),
                text(data, "journal"),
                data.get("accountingDate") instanceof LocalDate date ? date : null,
                text(data, "transactionCurrency"),
                text(data, folder.names().graphQlReference()),
                text(data, "description"),
                text(data, "journalEntryStatus").equals("final") ? 2 : 1,
                lines.stream().map(line -> lineOf(map(line))).toList());
    }

    private static EntryDraft.Line lineOf(Map<?, ?> line) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        line.forEach((name, value) -> {
            if (name.toString().matches(JournalEntrySchema.DIMENSION) && value != null) {
                dimensions.put(name.toString(), value.toString());
            }
        });
        return new EntryDraft.Line(
                text(line, "account"),
                text(line, "businessPartner"),
                line.get("sign") instanceof Integer sign ? sign : 0,
                line.get("transactionAmount") instanceof BigDecimal amount ? amount : null,
                text(line, "lineDescription"),
                dimensions);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Map<?, ?> map, String name) {
        Object value = map.get(name);
        return value == null ? "" : value.toString();
    }
}
