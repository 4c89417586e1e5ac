package io.ledgerbridge.sagex3.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.JsltException;
import io.ledgerbridge.sagex3.AnsweredEntry;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.GraphqlReplies;
import io.ledgerbridge.sagex3.X3Json;
import java.util.List;
import java.util.Optional;

/** How an answer template reads what a GraphQL document selects, and what is wrong with that. */
record GraphqlAnswerCheck(JsltTemplate template, FolderSettings folder) {

    /** What is wrong if X3 answers with all that the document selects. */
    List<String> of(DocumentTemplate document) {
        return new GraphqlDocument(document, folder)
                .sampleAnswer()
                .flatMap(this::read)
                .flatMap(read -> wrong(document.file(), read))
                .map(words -> List.of(template.file().fault(0, words)))
                .orElse(List.of());
    }

    /** Empty if the template fails: of another value than the sample's it may not. */
    private Optional<JsonNode> read(JsonNode answer) {
        List<JsonNode> answered = GraphqlReplies.answered(folder, 200, X3Json.write(answer));
        try {
            return Optional.of(template.apply(AnswerTemplate.input(folder, answered)));
        } catch (JsltException failed) {
            return Optional.empty();
        }
    }

    private static Optional<String> wrong(TemplateFile document, JsonNode read) {
        List<AnsweredEntry> entries = YieldedEntries.of(read).all();
        return entries.size() == 1
                ? lacks(document, entries.get(0))
                        .map(what ->
                                "of what %s selects, an entry was read with no %s".formatted(document.name(), what))
                : Optional.of("yields %s, and not one object in \"entries\", of what %s selects"
                        .formatted(read, document.name()));
    }

    private static Optional<String> lacks(TemplateFile document, AnsweredEntry entry) {
        return document.looksUp()
                ? entry.lacks().or(() -> unless(!entry.reference().isEmpty(), "reference"))
                : unless(!entry.number().isEmpty(), "number");
    }

    private static Optional<String> unless(boolean there, String field) {
        return there ? Optional.empty() : Optional.of(field);
    }
}
