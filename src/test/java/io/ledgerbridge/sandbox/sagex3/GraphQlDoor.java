package io.ledgerbridge.sandbox.sagex3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.List;
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

    private final Ledger ledger;
    private final Access access;
    private final Map<String, GraphQL> schemas = new ConcurrentHashMap<>();

    GraphQlDoor(Ledger ledger, Access access) {
        this.ledger = ledger;
        this.access = access;
    }

    @Override
    public boolean serves(String path) {
        return path.equals(ON_PREMISES) || CLOUD.matcher(path).matches();
    }

    @Override
    public Call read(Request request) {
        JsonNode body = bodyOf(request);
        String reference = body.path("variables")
                .findPath(namesOf(endpointOf(request)).graphQlReference())
                .asText("");
        Call.Kind kind = kindOf(body.path("query").asText());
        return new Call(Call.Api.GRAPHQL, kind, endpointOf(request), kind == Call.Kind.CREATE ? reference : "");
    }

    @Override
    public Reply answer(Request request) {
        Reply refusal = access.refusal(request, false);
        if (refusal != null) {
            return refusal;
        }
        Folder folder = ledger.find(endpointOf(request));
        if (folder == null) {
            return failure(400, "Endpoint '%s' does not exist".formatted(endpointOf(request)));
        }
        JsonNode body = bodyOf(request);
        if (!request.method().equals("POST") || !body.path("query").isTextual()) {
            return failure(400, "POST body missing");
        }
        return execute(folder, body);
    }

    @Override
    public Reply refuse(Call call, String words) {
        Folder.Names names = namesOf(call.folder());
        String field = switch (call.kind()) {
            case LOOK_UP -> "query";
            case DETAILS -> "read";
            default -> "create";
        };
        ObjectNode body = JSON.createObjectNode();
        body.putObject("data")
                .putObject(names.graphQlPackage())
                .putObject(names.graphQlNode())
                .putNull(field);
        addError(body, Diagnosis.error(words));
        return Reply.json(200, body);
    }

    @Override
    public Reply spoil(Reply answer, Fault fault) {
        ObjectNode body = object(answer.body());
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
                        .operationName(
                                body.path("operationName").isTextual()
                                        ? body.path("operationName").asText()
                                        : null)
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
                absent -> GraphQL.newGraphQL(JournalEntrySchema.of(folder.names(), new EntryFetchers(ledger, folder)))
                        .build());
    }

    private static Map<String, Object> variablesOf(JsonNode body) {
        JsonNode variables = body.path("variables");
        return variables.isObject()
                ? JSON.convertValue(
                        variables, JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class))
                : Map.of();
    }

    private Folder.Names namesOf(String endpoint) {
        Folder folder = ledger.find(endpoint);
        return folder == null ? Folder.Names.STANDARD : folder.names();
    }

    private static String endpointOf(Request request) {
        Matcher cloud = CLOUD.matcher(request.path());
        return cloud.matches() ? cloud.group(1) : request.header("x-xtrem-endpoint");
    }

    private static Call.Kind kindOf(String document) {
        try {
            List<OperationDefinition> operations =
                    Parser.parse(document).getDefinitionsOfType(OperationDefinition.class);
            return operations.isEmpty() ? Call.Kind.OTHER : kindOf(operations.get(0));
        } catch (InvalidSyntaxException e) {
            return Call.Kind.OTHER;
        }
    }

    private static Call.Kind kindOf(OperationDefinition operation) {
        if (operation.getOperation() == OperationDefinition.Operation.MUTATION) {
            return names(operation, "create", 3) ? Call.Kind.CREATE : Call.Kind.OTHER;
        }
        if (names(operation, "read", 3)) {
            return Call.Kind.DETAILS;
        }
        return names(operation, "query", 3) ? Call.Kind.LOOK_UP : Call.Kind.OTHER;
    }

    /** Whether a field of that name is within so many levels: package, node, operation. */
    private static boolean names(Node<?> node, String name, int levels) {
        boolean here = node instanceof Field field && field.getName().equals(name);
        boolean deeper = levels >= 0
                && node.getChildren().stream()
                        .anyMatch(child -> names(child, name, child instanceof Field ? levels - 1 : levels));
        return here || deeper;
    }

    private static JsonNode bodyOf(Request request) {
        try {
            return JSON.readTree(request.body());
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private static ObjectNode object(String body) {
        try {
            return (ObjectNode) JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
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
        return Reply.json(
                status, JSON.createObjectNode().put("$severity", "error").put("$message", message));
    }
}
