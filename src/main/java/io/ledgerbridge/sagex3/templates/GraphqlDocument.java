package io.ledgerbridge.sagex3.templates;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.language.VariableReference;
import graphql.parser.InvalidSyntaxException;
import io.ledgerbridge.sagex3.FolderSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A GraphQL document among the templates, and what is wrong with it. */
final class GraphqlDocument {

    private final DocumentTemplate document;
    private final TemplateFile file;
    private final FolderSettings folder;
    private final List<String> faults = new ArrayList<>();

    GraphqlDocument(DocumentTemplate document, FolderSettings folder) {
        this.document = document;
        this.file = document.file();
        this.folder = folder;
    }

    /** @param variables the names that the template in JSLT beside it yields */
    List<String> faults(Set<String> variables) {
        try {
            operation(graphql.parser.Parser.parse(filled()), variables);
        } catch (InvalidSyntaxException unreadable) {
            faults.add(file.fault(unreadable.getLocation().getLine(), String.valueOf(unreadable.getMessage())));
        }
        return faults;
    }

    private String filled() {
        return document.filled(folder, faults::add);
    }

    private void operation(Document document, Set<String> variables) {
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
        if (operations.size() != 1) {
            faults.add(file.fault(0, "holds %d operations, and not one".formatted(operations.size())));
            return;
        }
        OperationDefinition operation = operations.get(0);
        boolean changes = operation.getOperation() == OperationDefinition.Operation.MUTATION;
        if ((file.looksUp() && changes) || (file.creates() && !changes)) {
            faults.add(file.fault(line(operation), changes ? "a look-up changes nothing" : "a create is a mutation"));
        }
        operation.getVariableDefinitions().stream()
                .filter(variable -> !variables.contains(variable.getName()))
                .forEach(variable -> faults.add(file.fault(
                        line(variable),
                        "$%s is nothing that %s.jslt yields".formatted(variable.getName(), file.stem()))));
        Set<String> used = new TreeSet<>();
        collect(operation.getSelectionSet(), used);
        operation.getVariableDefinitions().stream()
                .filter(variable -> !used.contains(variable.getName()))
                .forEach(variable ->
                        faults.add(file.fault(line(variable), "$%s is used nowhere".formatted(variable.getName()))));
    }

    private static void collect(Node<?> node, Set<String> variables) {
        if (node instanceof VariableReference variable) {
            variables.add(variable.getName());
        }
        for (Node<?> child : node.getChildren()) {
            collect(child, variables);
        }
    }

    /** An answer with all that it selects; empty if it can't be parsed. */
    Optional<JsonNode> sampleAnswer() {
        try {
            return new GraphqlSample(graphql.parser.Parser.parse(filled())).answer();
        } catch (InvalidSyntaxException unreadable) {
            return Optional.empty();
        }
    }

    private static int line(Node<?> node) {
        SourceLocation place = node.getSourceLocation();
        return place == null ? 0 : place.getLine();
    }
}
