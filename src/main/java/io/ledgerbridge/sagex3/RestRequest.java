package io.ledgerbridge.sagex3;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request to api1.
 *
 * @param key of one entry as it stands in the path, in brackets; empty for a request to the class
 * @param body empty for a question
 */
public record RestRequest(String method, String key, String query, String body) implements X3Request {

    // No factory has a part's name: of two methods of one name, a route would take either.

    static RestRequest forCreate(FolderSettings.Rest rest, JsonNode entry) {
        return new RestRequest("POST", "", facet(rest, "$create"), X3Json.write(entry));
    }

    /** Two are enough to see that there is more than one. */
    static RestRequest forQuery(FolderSettings.Rest rest, String where) {
        return new RestRequest("GET", "", facet(rest, "$query") + "&count=2&where=" + where, "");
    }

    /** @param key as {@link RestReplies#keys} gives it */
    static RestRequest forDetails(FolderSettings.Rest rest, String key) {
        return new RestRequest("GET", "('" + key + "')", facet(rest, "$details"), "");
    }

    private static String facet(FolderSettings.Rest rest, String facet) {
        return "representation=" + rest.representation() + "." + facet;
    }

    @Override
    public String text() {
        return body;
    }
}
