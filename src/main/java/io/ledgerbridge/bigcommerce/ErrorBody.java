package io.ledgerbridge.bigcommerce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.ledgerbridge.http.AnswerText;
import io.ledgerbridge.http.ExternalJson;
import java.util.ArrayList;
import java.util.List;

/** The body of an answer that is an error: V2 answers an array, V3 an object, and now and then there is HTML. */
record ErrorBody(String text, JsonNode json) {

    private static final ObjectMapper JSON = ExternalJson.mapper().build();

    static ErrorBody of(String text) {
        try {
            return new ErrorBody(text, JSON.readTree(text));
        } catch (JsonProcessingException html) {
            return new ErrorBody(text, MissingNode.getInstance());
        }
    }

    boolean isJson() {
        return json.isContainerNode();
    }

    /** What it says, shortened. */
    String words() {
        List<String> words = new ArrayList<>();
        for (JsonNode error : json.isArray() ? json : List.of(json)) {
            String title = error.path("title").asText(error.path("message").asText(""));
            if (!title.isEmpty()) {
                words.add(title + (error.path("errors").isEmpty() ? "" : " " + error.path("errors")));
            }
        }
        String joined = AnswerText.quoted(words.isEmpty() ? text : String.join("; ", words));
        return ShopJson.shortened(joined);
    }
}
