package io.ledgerbridge.sagex3.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.sagex3.AnsweredEntry;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.LookUpFaults;
import io.ledgerbridge.sagex3.X3Json;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The template by which a store reads the entries that Sage X3 answers with: it is given them as they came, and yields
 * {@code entries}, one {@link AnsweredEntry} for each. JSLT leaves out what is empty.
 *
 * @param template as it was compiled at the start
 */
public record AnswerTemplate(JsltTemplate template) {

    /** What it makes of the entries in an answer, in JSON. */
    public String read(FolderSettings folder, List<JsonNode> answered) {
        return template.apply(input(folder, answered)).toString();
    }

    /** What it is given; {@code routes/README.md} lists the fields. */
    static String input(FolderSettings folder, Iterable<JsonNode> entries) {
        ObjectNode input = X3Json.MAPPER.createObjectNode();
        input.put("referenceProperty", folder.graphql().referenceProperty())
                .put("linesName", folder.rest().lines());
        input.putArray("entries")
                .addAll(StreamSupport.stream(entries.spliterator(), false).toList());
        return X3Json.write(input);
    }

    /**
     * The entries that were read of an answer to a look-up.
     *
     * @param answered how many there are in the answer: one that isn't read is not one that isn't there
     * @throws Fault where there are others than were asked for, or where the template doesn't yield one for each
     */
    public List<AnsweredEntry> entries(Journal journal, int answered, String read) {
        List<AnsweredEntry> entries = YieldedEntries.of(X3Json.object(read)
                        .orElseThrow(() -> LookUpFaults.unread("%s yields no JSON object: %s".formatted(name(), read))))
                .all();
        if (entries.size() != answered) {
            throw LookUpFaults.unread("%s yields %d entries of the %d that Sage X3 answered with"
                    .formatted(name(), entries.size(), answered));
        }
        entries.forEach(entry -> asked(journal, entry.reference()));
        return entries;
    }

    private String name() {
        return template.file().name();
    }

    /** Not every interface shows the reference; where one does, it is the journal's. */
    private static void asked(Journal journal, String reference) {
        if (!reference.isEmpty() && !reference.equals(journal.reference())) {
            throw otherReference(journal, reference);
        }
    }

    public static Fault otherReference(Journal journal, String reference) {
        return LookUpFaults.unread(
                "asked for reference '%s', Sage X3 answered with an entry of reference '%s'; what is asked must select by it (a web service's left list must show BPRVCR, too)"
                        .formatted(journal.reference(), reference));
    }
}
