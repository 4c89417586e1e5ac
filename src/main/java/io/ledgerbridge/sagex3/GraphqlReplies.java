package io.ledgerbridge.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.sagex3.templates.AnswerTemplate;
import io.ledgerbridge.sagex3.templates.StoreTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges Sage X3's GraphQL answers; what is in their entries the store's template reads. */
@Component
public class GraphqlReplies {

    private final StoreTemplates templates;

    GraphqlReplies(StoreTemplates templates) {
        this.templates = templates;
    }

    /** The entries in an answer, whatever it answers. */
    public static List<JsonNode> answered(FolderSettings folder, int status, @Nullable String body) {
        Optional<JsonNode> node = ReplyClassifier.succeeded(status)
                ? X3Json.object(body).map(reply -> node(folder, reply))
                : Optional.empty();
        List<JsonNode> entries = new ArrayList<>();
        node.map(each -> each.path("create")).filter(JsonNode::isObject).ifPresent(entries::add);
        node.map(GraphqlReplies::edges).ifPresent(edges -> edges.forEach(edge -> entries.add(edge.path("node"))));
        return entries;
    }

    /** What a reply to the create mutation says. */
    CreateOutcome created(FolderSettings folder, Journal journal, int status, @Nullable String body) {
        List<JsonNode> answered = answered(folder, status, body);
        return ReplyClassifier.created(
                status, body, answered.size(), template(journal).read(folder, answered));
    }

    /**
     * The entries that a look-up found, two at the most.
     *
     * @throws io.ledgerbridge.faults.Fault where the answer is none
     */
    public List<FoundEntry> found(FolderSettings folder, Journal journal, int status, @Nullable String body) {
        AnswerTemplate template = template(journal);
        String read = template.read(folder, answered(folder, status, body));
        JsonNode edges = edges(node(folder, ReplyClassifier.answer(status, body)));
        if (!edges.isArray()) {
            throw LookUpFaults.unread("the answer has no edges: " + X3Words.ofReply(status, body));
        }
        return template.entries(journal, edges.size(), read).stream()
                .map(entry -> entry.found(folder.ledger()))
                .toList();
    }

    private AnswerTemplate template(Journal journal) {
        return new AnswerTemplate(templates.of(journal.store()).template("graphql-answer"));
    }

    private static JsonNode edges(JsonNode node) {
        return node.path("query").path("edges");
    }

    private static JsonNode node(FolderSettings folder, JsonNode reply) {
        return reply.path("data")
                .path(folder.graphql().packageName())
                .path(folder.graphql().node());
    }
}
