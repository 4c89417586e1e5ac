package io.ledgerbridge.sandbox.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import io.ledgerbridge.sandbox.http.Json;
import io.ledgerbridge.sandbox.http.Reply;
import io.ledgerbridge.sandbox.http.Request;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * GraphQL: {@code /xtrem/api} with the endpoint in a header, as on premises, and {@code /v1/service/{endpoint}/api}, as
 * in Sage's cloud.
 */
final class GraphQlDoor implements Door {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ON_PREMISES = "/xtrem/api";
    private static final Pattern CLOUD = Pattern.compile("/v1/service/([^/]+)/api");

    private static final Pattern OPERATION = Pattern.compile("\\{\\s*(\\w+)\\s*\\(");

    private final Ledger ledger;
    private final Map<String, GraphQL> schemas = new ConcurrentHashMap<>();

    GraphQlDoor(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public boolean serves(String path) {
        return path.equals(ON_PREMISES) || CLOUD.matcher(path).matches();
    }

    @Override
    public Call read(Request request) {
        JsonNode body = Json.readAnything(request.body());
        String reference = body.path("variables").findPath("sourceDocument").asText("");
        Call.Kind kind = kindOf(body.path("query").asText());
        return new Call(Call.Api.GRAPHQL, kind, endpointOf(request), kind == Call.Kind.CREATE ? reference : "");
    }

    @Override
    public Reply answer(Request request) {
        Folder folder = ledger.find(endpointOf(request));
        if (folder == null) {
            return failure(400, "Endpoint '%s' does not exist".formatted(endpointOf(request)));
        }
        JsonNode body = Json.readAnything(request.body());
        if (!request.method().equals("POST") || !body.path("query").isTextual()) {
            return failure(400, "POST body missing");
        }
        return execute(folder, body);
    }

    @Override
    public Reply refuse(Call call, String words) {
        String field = call.kind() == Call.Kind.LOOK_UP ? "query" : "create";
        ObjectNode body = Json.object();
        body.putObject("data").putObject("x3Finance").putObject("journalEntry").putNull(field);
        addError(body, Diagnosis.error(words));
        return Reply.json(200, body);
    }

    @Override
    public Reply spoil(Reply answer, Fault fault) {
        ObjectNode body = Json.readObject(answer.body());
        switch (fault.way()) {
            case DONE_WITHOUT_NUMBER ->
                body.findParents("journalEntryNumber")
                        .forEach(parent -> ((ObjectNode) parent).putNull("journalEntryNumber"));
            case DONE_WITH_ERROR -> addError(body, Diagnosis.error(fault.words()));
            case DONE_WITH_WARNING -> addError(body, new Diagnosis(2, fault.words()));
            case DONE_WITH_PARTIAL_DATA -> {
                body.path("data").forEach(level -> level.fieldNames().forEachRemaining(((ObjectNode) level)::putNull));
                addError(body, Diagnosis.error("Internal server error"));
            }
            default -> throw new IllegalArgumentException(fault.way().toString());
        }
        return Reply.json(answer.status(), body);
    }

    private Reply execute(Folder folder, JsonNode body) {
        ExecutionResult result = schemaOf(folder)
                .execute(ExecutionInput.newExecutionInput()
                        .query(body.path("query").asText())
                        .operationName(body.path("operationName").asText(null))
                        .variables(variablesOf(body))
                        .build());
        boolean unreadable = result.getErrors().stream()
                .anyMatch(error -> error.getErrorType() == ErrorType.ValidationError
                        || error.getErrorType() == ErrorType.InvalidSyntax);
        return Reply.json(unreadable ? 400 : 200, JSON.valueToTree(result.toSpecification()));
    }

    private GraphQL schemaOf(Folder folder) {
        return schemas.computeIfAbsent(
                folder.name(),
                absent -> GraphQL.newGraphQL(JournalEntrySchema.of(new EntryFetchers(ledger, folder), folder))
                        .build());
    }

    private static Map<String, Object> variablesOf(JsonNode body) {
        JsonNode variables = body.path("variables");
        return variables.isObject()
                ? JSON.convertValue(
                        variables, JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class))
                : Map.of();
    }

    private static String endpointOf(Request request) {
        Matcher cloud = CLOUD.matcher(request.path());
        return cloud.matches() ? cloud.group(1) : request.header("x-xtrem-endpoint");
    }

    /** By the node's first field with arguments. */
    private static Call.Kind kindOf(String document) {
        Matcher field = OPERATION.matcher(document);
        return switch (field.find() ? field.group(1) : "") {
            case "create" -> Call.Kind.CREATE;
            case "query" -> Call.Kind.LOOK_UP;
            default -> Call.Kind.OTHER;
        };
    }

    private static void addError(ObjectNode body, Diagnosis diagnosis) {
        ArrayNode errors = body.withArrayProperty("errors");
        ObjectNode error =
                errors.addObject().put("message", diagnosis.severity() > 2 ? "Create operation failed." : "");
        error.putObject("extensions")
                .put("code", "operation-error")
                .putArray("diagnoses")
                .add(JSON.<@Nullable JsonNode>valueToTree(diagnosis));
    }

    static Reply failure(int status, String message) {
        return Reply.json(status, Json.object().put("$severity", "error").put("$message", message));
    }
}
