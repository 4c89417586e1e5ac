package io.ledgerbridge.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads Sage X3's GraphQL answers. */
@Component
public class GraphqlReplies {

    /** What a reply to the create mutation says. */
    public CreateReply created(FolderSettings folder, int status, @Nullable String body) {
        return Replies.created(
                status, body, reply -> node(folder, reply).path("create").path("journalEntryNumber"));
    }

    /**
     * The entries that a look-up found, two at the most.
     *
     * @throws io.ledgerbridge.books.Fault where the answer is none
     */
    public List<FoundEntry> found(FolderSettings folder, int status, @Nullable String body) {
        JsonNode edges =
                node(folder, Replies.answer(status, body)).path("query").path("edges");
        if (!edges.isArray()) {
            throw Replies.lookUpRefused("the answer has no edges: " + X3Words.ofReply(status, body));
        }
        List<FoundEntry> found = new ArrayList<>();
        for (JsonNode edge : edges) {
            found.add(entry(edge.path("node")));
        }
        return found;
    }

    private static FoundEntry entry(JsonNode node) {
        List<FoundEntry.Line> lines = new ArrayList<>();
        for (JsonNode edge : node.path("journalEntryLines").path("query").path("edges")) {
            JsonNode line = edge.path("node");
            lines.add(new FoundEntry.Line(
                    line.path("account").path("_id").asText(),
                    line.path("sign").asInt(),
                    Replies.amount(line.path("transactionAmount"))));
        }
        return Replies.entry(
                node.path("journalEntryNumber").asText(),
                node.path("accountingDate").asText(),
                node.path("transactionCurrency").path("_id").asText(),
                lines);
    }

    private static JsonNode node(FolderSettings folder, JsonNode reply) {
        return reply.path("data")
                .path(folder.graphql().packageName())
                .path(folder.graphql().node());
    }
}
