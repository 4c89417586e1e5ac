package io.ledgerbridge.routes.x3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * GraphQL on a schema after Sage's: package {@code x3Finance}, node {@code journalEntry}. That it can be created, and
 * has a property for an outside reference, is what a customer adds to the standard.
 */
final class GraphqlApi {

    private static final String SCHEMA = """
            type Query { x3Finance: FinanceQueries }
            type FinanceQueries { journalEntry: JournalEntryQueries }
            type JournalEntryQueries {
              query(first: Int, after: String, filter: String, orderBy: String): JournalEntryConnection
              read(_id: String!): JournalEntry
            }
            type JournalEntryConnection { edges: [JournalEntryEdge!]! pageInfo: PageInfo! totalCount: Int! }
            type JournalEntryEdge { node: JournalEntry! cursor: String! }
            type PageInfo { endCursor: String hasNextPage: Boolean! }
            type Reference { _id: String! code: String! }
            type JournalEntry {
              _id: String!
              journalEntryType: Reference
              journalEntryNumber: String
              site: Reference
              journal: Reference
              accountingDate: String
              transactionCurrency: Reference
              sourceDocument: String
              description: String
              journalEntryLines: JournalEntryLines
            }
            type JournalEntryLines { query(first: Int, after: String): JournalEntryLineConnection }
            type JournalEntryLineConnection { edges: [JournalEntryLineEdge!]! }
            type JournalEntryLineEdge { node: JournalEntryLine! }
            type JournalEntryLine {
              account: Reference
              businessPartner: Reference
              sign: Int
              transactionAmount: String
              lineDescription: String
            }
            type Mutation { x3Finance: FinanceMutations }
            type FinanceMutations { journalEntry: JournalEntryMutations }
            type JournalEntryMutations { create(data: JournalEntry_Input!): JournalEntry }
            input JournalEntry_Input {
              journalEntryType: String!
              site: String!
              journal: String!
              accountingDate: String!
              transactionCurrency: String!
              sourceDocument: String
              description: String
              journalEntryLines: [JournalEntryLine_Input!]!
            }
            input JournalEntryLine_Input {
              account: String!
              businessPartner: String
              sign: Int!
              transactionAmount: String!
              lineDescription: String
              CCE1: String
              CCE2: String
              CCE3: String
            }
            """;

    private final Ledger ledger;
    private final GraphQL graphql;

    GraphqlApi(Ledger ledger) {
        this.ledger = ledger;
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .type("Query", type -> type.dataFetcher("x3Finance", here -> Map.of("journalEntry", Map.of())))
                .type("Mutation", type -> type.dataFetcher("x3Finance", here -> Map.of("journalEntry", Map.of())))
                .type(
                        "JournalEntryQueries",
                        type -> type.dataFetcher("query", this::query).dataFetcher("read", this::read))
                .type("JournalEntryMutations", type -> type.dataFetcher("create", this::create))
                .build();
        this.graphql = GraphQL.newGraphQL(
                        new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SCHEMA), wiring))
                .build();
    }

    Answer execute(String folder, String body) {
        ExecutionResult result;
        try {
            JsonNode request = Json.read(body);
            result = graphql.execute(
                    ExecutionInput.newExecutionInput(request.path("query").asText())
                            .variables(variables(request.path("variables")))
                            .graphQLContext(Map.of("folder", folder))
                            .build());
        } catch (JsonProcessingException unreadable) {
            return Answer.json(400, Json.write(Map.of("errors", List.of(Map.of("message", "not JSON")))));
        }
        boolean invalid = result.getErrors().stream()
                .map(GraphQLError::getErrorType)
                .anyMatch(type -> type == ErrorType.ValidationError || type == ErrorType.InvalidSyntax);
        return Answer.json(invalid ? 400 : 200, Json.write(result.toSpecification()));
    }

    private static Map<String, Object> variables(JsonNode node) {
        Map<String, Object> variables = new LinkedHashMap<>();
        node.properties()
                .forEach(field ->
                        variables.put(field.getKey(), Json.MAPPER.convertValue(field.getValue(), Object.class)));
        return variables;
    }

    private Object create(DataFetchingEnvironment call) {
        Map<String, Object> data = Objects.requireNonNull(call.getArgument("data"));
        Ledger.Outcome outcome = ledger.post(entry(call.getGraphQlContext().get("folder"), data));
        if (outcome.posted() != null) {
            return shown(outcome.posted());
        }
        return DataFetcherResult.newResult()
                .error(GraphqlErrorBuilder.newError(call)
                        .message("Create failed")
                        .errorType(ErrorClassification.errorClassification("Business"))
                        .extensions(Map.of(
                                "diagnoses",
                                outcome.refusals().stream()
                                        .map(word -> Map.of("severity", 3, "message", word))
                                        .toList()))
                        .build())
                .build();
    }

    private Object query(DataFetchingEnvironment call) throws JsonProcessingException {
        String filter = call.getArgument("filter");
        JsonNode conditions = Json.read(filter == null ? "{}" : filter);
        int first = call.getArgumentOrDefault("first", 20);
        List<PostedEntry> all = ledger.entries(call.getGraphQlContext().get("folder")).stream()
                .filter(entry -> matches(entry, conditions))
                .toList();
        List<Map<String, Object>> edges = all.stream()
                .limit(first)
                .map(entry -> Map.of("node", shown(entry), "cursor", entry.number()))
                .toList();
        return Map.of(
                "edges", edges, "totalCount", all.size(), "pageInfo", Map.of("hasNextPage", all.size() > edges.size()));
    }

    private @Nullable Object read(DataFetchingEnvironment call) {
        String id = call.getArgument("_id");
        return ledger.entries(call.getGraphQlContext().get("folder")).stream()
                .filter(entry -> (entry.type() + "|" + entry.number()).equals(id))
                .findFirst()
                .map(GraphqlApi::shown)
                .orElse(null);
    }

    private static boolean matches(PostedEntry entry, JsonNode conditions) {
        Map<String, Object> shown = shown(entry);
        for (Map.Entry<String, JsonNode> condition : conditions.properties()) {
            JsonNode wanted = condition.getValue();
            Object value = shown.get(condition.getKey());
            if (value == null) {
                throw new IllegalArgumentException("JournalEntry: unknown property " + condition.getKey());
            }
            String actual =
                    value instanceof Map<?, ?> reference ? String.valueOf(reference.get("_id")) : value.toString();
            JsonNode bare = wanted.has("_id") ? wanted.get("_id") : wanted;
            if (!actual.equals(bare.has("_eq") ? bare.get("_eq").asText() : bare.asText())) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked")
    private static PostedEntry entry(String folder, Map<String, Object> data) {
        List<PostedEntry.Line> lines = new ArrayList<>();
        for (Map<String, Object> line :
                (List<Map<String, Object>>) Objects.requireNonNull(data.get("journalEntryLines"))) {
            Map<String, String> dimensions = new TreeMap<>();
            line.forEach((name, value) -> {
                if (name.startsWith("CCE")) {
                    dimensions.put(name, String.valueOf(value));
                }
            });
            Object partner = line.get("businessPartner");
            lines.add(new PostedEntry.Line(
                    text(line, "account"),
                    partner == null ? null : partner.toString(),
                    (Integer) Objects.requireNonNull(line.get("sign")),
                    new BigDecimal(text(line, "transactionAmount")),
                    text(line, "lineDescription"),
                    dimensions));
        }
        return new PostedEntry(
                folder,
                text(data, "journalEntryType"),
                "",
                text(data, "site"),
                text(data, "journal"),
                LocalDate.parse(text(data, "accountingDate")),
                text(data, "transactionCurrency"),
                text(data, "sourceDocument"),
                text(data, "description"),
                lines);
    }

    private static String text(Map<String, Object> data, String name) {
        Object value = data.get(name);
        return value == null ? "" : value.toString();
    }

    private static Map<String, Object> shown(PostedEntry entry) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("_id", entry.type() + "|" + entry.number());
        shown.put("journalEntryType", reference(entry.type()));
        shown.put("journalEntryNumber", entry.number());
        shown.put("site", reference(entry.site()));
        shown.put("journal", reference(entry.journal()));
        shown.put("accountingDate", entry.date().toString());
        shown.put("transactionCurrency", reference(entry.currency()));
        shown.put("sourceDocument", entry.reference());
        shown.put("description", entry.description());
        List<Map<String, Object>> edges = new ArrayList<>();
        for (PostedEntry.Line line : entry.lines()) {
            Map<String, Object> node = new LinkedHashMap<>();
            node.put("account", reference(line.account()));
            node.put("sign", line.sign());
            node.put("transactionAmount", line.amount().toPlainString());
            node.put("lineDescription", line.description());
            if (line.businessPartner() != null) {
                node.put("businessPartner", reference(line.businessPartner()));
            }
            edges.add(Map.of("node", node));
        }
        shown.put("journalEntryLines", Map.of("query", Map.of("edges", edges)));
        return shown;
    }

    private static Map<String, String> reference(String code) {
        return Map.of("_id", code, "code", code);
    }
}
