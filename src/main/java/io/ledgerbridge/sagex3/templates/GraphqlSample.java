package io.ledgerbridge.sagex3.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import io.ledgerbridge.sagex3.X3Json;
import java.util.Optional;

/** An answer to a GraphQL document with all that it selects, to try how that is read. */
record GraphqlSample(Document document) {

    /** Read as a number, a sign, an amount or a code, it is one. */
    private static final String VALUE = "1";

    /** Empty if the document holds no operation. */
    Optional<JsonNode> answer() {
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .findFirst()
                .map(operation -> X3Json.MAPPER.createObjectNode().set("data", selected(operation.getSelectionSet())));
    }

    private ObjectNode selected(SelectionSet selections) {
        ObjectNode object = X3Json.MAPPER.createObjectNode();
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field) {
                object.set(field.getResultKey(), value(field));
            } else if (selection instanceof InlineFragment fragment) {
                object.setAll(selected(fragment.getSelectionSet()));
            } else if (selection instanceof FragmentSpread spread) {
                document.getDefinitionsOfType(FragmentDefinition.class).stream()
                        .filter(fragment -> fragment.getName().equals(spread.getName()))
                        .forEach(fragment -> object.setAll(selected(fragment.getSelectionSet())));
            }
        }
        return object;
    }

    private JsonNode value(Field field) {
        if (field.getSelectionSet() == null) {
            return X3Json.MAPPER.getNodeFactory().textNode(VALUE);
        }
        ObjectNode object = selected(field.getSelectionSet());
        return field.getName().equals("edges") ? X3Json.MAPPER.createArrayNode().add(object) : object;
    }
}
