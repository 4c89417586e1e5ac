package io.ledgerbridge.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;

/**
 * A GraphQL request.
 *
 * @param document the query or mutation
 * @param text its variables in JSON
 */
public record GraphqlRequest(String document, String text) implements X3Request {

    static GraphqlRequest of(String document, JsonNode variables) {
        return new GraphqlRequest(document, X3Json.write(variables));
    }

    /** In the form in which camel-graphql takes variables; it sends none for any other, without a word. */
    public JsonObject variables() {
        return Jsoner.deserialize(text, new JsonObject());
    }
}
