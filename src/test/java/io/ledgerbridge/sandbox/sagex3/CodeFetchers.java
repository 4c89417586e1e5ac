package io.ledgerbridge.sandbox.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The nodes of GraphQL that show a folder's own codes and periods, which can only be read. */
final class CodeFetchers {

    private static final Map<String, Map<String, String>> TABLES = Map.of(
            "Package_Query", Map.of("account", "ACC", "journal", "JOU", "entryType", "TYP"),
            "FinanceData_Query", Map.of("account", "ACC", "journal", "JOU", "entryType", "TYP"),
            "System_Query", Map.of("site", "FCY"),
            "MasterData_Query", Map.of("businessPartner", "BPR"));

    private final Folder folder;

    private CodeFetchers(Folder folder) {
        this.folder = folder;
    }

    static void wire(RuntimeWiring.Builder wiring, Folder folder) {
        CodeFetchers fetchers = new CodeFetchers(folder);
        TABLES.forEach((level, nodes) -> nodes.forEach(
                (node, table) -> wiring.type(level, type -> type.dataFetcher(node, environment -> table))));
        wiring.type("Code_Query", type -> type.dataFetcher("query", fetchers::codes));
        wiring.type("Period_Query", type -> type.dataFetcher("query", fetchers::periods));
    }

    private Object codes(DataFetchingEnvironment environment) {
        return found(
                environment, CodeTables.codes(folder, Objects.requireNonNull(environment.<String>getSource()), "code"));
    }

    private Object periods(DataFetchingEnvironment environment) {
        return found(environment, CodeTables.periods(folder, List.of("startDate", "endDate", "status")));
    }

    private static Object found(DataFetchingEnvironment environment, List<Map<String, Object>> rows) {
        try {
            JsonNode filter = Filter.read(environment.getArgument("filter"));
            return EntryFetchers.connection(
                    rows.stream().filter(row -> CodeTables.matches(filter, row)).toList(),
                    environment.getArgument("first"));
        } catch (IllegalArgumentException e) {
            return EntryFetchers.failed(
                    environment, "Query failed.", List.of(Diagnosis.error(String.valueOf(e.getMessage()))));
        }
    }
}
