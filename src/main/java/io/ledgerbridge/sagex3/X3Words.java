package io.ledgerbridge.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.http.AnswerText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Sage X3 said, in its own words, short enough for a row and a page. */
public final class X3Words {

    private static final int LONGEST = 1000;

    private X3Words() {}

    /** The beginning of a reply that isn't what was expected. */
    public static String ofReply(int status, @Nullable String body) {
        String text = body == null ? "" : AnswerText.quoted(body);
        return shortened("HTTP " + status + (text.isEmpty() ? ", no body" : ": " + text));
    }

    /** Messages of diagnoses: GraphQL's from severity 3, api1's and the server's with {@code $severity: error}. */
    public static List<String> errors(JsonNode reply) {
        List<String> words = new ArrayList<>();
        for (JsonNode error : reply.path("errors")) {
            graphqlError(error, words);
        }
        for (JsonNode diagnosis : reply.path("$diagnoses")) {
            api1Diagnosis(diagnosis, words);
        }
        api1Diagnosis(reply, words);
        return words;
    }

    /** What the diagnoses of error say, whatever the status; null where there are none. */
    static @Nullable String diagnosed(JsonNode reply) {
        List<String> words = new ArrayList<>();
        for (JsonNode error : reply.path("errors")) {
            if (!error.path("extensions").path("diagnoses").isEmpty()) {
                graphqlError(error, words);
            }
        }
        for (JsonNode diagnosis : reply.path("$diagnoses")) {
            api1Diagnosis(diagnosis, words);
        }
        return words.isEmpty() ? null : joined(words);
    }

    public static String joined(List<String> words) {
        return shortened(String.join("; ", words));
    }

    private static void graphqlError(JsonNode error, List<String> words) {
        JsonNode diagnoses = error.path("extensions").path("diagnoses");
        if (diagnoses.isEmpty()) {
            words.add(said(error.path("message")));
        }
        for (JsonNode diagnosis : diagnoses) {
            if (diagnosis.path("severity").asInt(4) > 2) {
                words.add(said(diagnosis.path("message")));
            }
        }
    }

    private static void api1Diagnosis(JsonNode diagnosis, List<String> words) {
        if (diagnosis.path("$severity").asText("").equals("error")) {
            words.add(said(diagnosis.path("$message")));
        }
    }

    /** An error's message; a blank one is named as that, since a person has to read something. */
    public static String said(String message) {
        return message.isBlank() ? "an error without a message" : message.strip();
    }

    private static String said(JsonNode message) {
        return said(message.asText(""));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
