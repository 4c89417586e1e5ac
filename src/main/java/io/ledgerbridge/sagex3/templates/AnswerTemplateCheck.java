package io.ledgerbridge.sagex3.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.NeedsPersonFault;
import io.ledgerbridge.sagex3.AnsweredEntry;
import io.ledgerbridge.sagex3.FolderSettings;
import java.time.LocalDate;
import java.util.List;

/** How an answer template reads samples, and what is wrong with that. */
record AnswerTemplateCheck(JsltTemplate template, FolderSettings folder) {

    boolean isOf(String api) {
        return template.file().stem().equals(api + "-answer");
    }

    /** What is wrong where X3 has found nothing. */
    List<String> ofNothing() {
        JsonNode read = read(AnswerTemplate.input(folder, List.of()));
        return read.isObject() && YieldedEntries.of(read).all().isEmpty()
                ? List.of()
                : fault("yields %s where there are no entries".formatted(read));
    }

    /**
     * What is wrong where X3 answers with an entry by the names by which it was sent. It may have the day in another form
     * than that in which it is sent.
     *
     * @param sent the template that made it
     */
    List<String> of(String sent, JsonNode entry, Journal sample) {
        List<String> asSent = asAnswered(sent, entry, sample);
        return asSent.isEmpty()
                        || asAnswered(sent, withIsoDays(entry, sample), sample).isEmpty()
                ? List.of()
                : asSent;
    }

    private static JsonNode withIsoDays(JsonNode entry, Journal sample) {
        ObjectNode copy = entry.deepCopy();
        LocalDate day = sample.entry().accountingDate();
        entry.properties().stream()
                .filter(field -> RenderedField.isDay(field.getValue().asText(), day))
                .forEach(field -> copy.put(field.getKey(), day.toString()));
        return copy;
    }

    private List<String> asAnswered(String sent, JsonNode entry, Journal sample) {
        JsonNode read = read(AnswerTemplate.input(folder, List.of(entry)));
        List<AnsweredEntry> entries = YieldedEntries.of(read).all();
        if (entries.size() != 1 || !(entries.get(0).fields() instanceof ObjectNode only)) {
            return fault("yields %s, and not one object in \"entries\", of what %s makes".formatted(read, sent));
        }
        AnsweredEntry answered = entries.get(0);
        if (!answered.number().isEmpty()) {
            return fault("of what %s makes, it reads the number '%s', which only X3 can give"
                    .formatted(sent, answered.number()));
        }
        if (!answered.reference().equals(sample.reference())) {
            return fault("of what %s makes, it reads the reference '%s', and not '%s'"
                    .formatted(sent, answered.reference(), sample.reference()));
        }
        only.put("number", "that X3 gives");
        try {
            return answered.found(folder.ledger())
                    .differenceTo(sample)
                    .map(difference -> fault("of what %s makes, %s".formatted(sent, difference)))
                    .orElse(List.of());
        } catch (Fault unread) {
            return fault("of what %s makes, %s".formatted(sent, words(unread)));
        }
    }

    private JsonNode read(String input) {
        return template.apply(input);
    }

    private static String words(Fault fault) {
        return fault instanceof NeedsPersonFault needs ? needs.reason().detail() : fault.words();
    }

    private List<String> fault(String words) {
        return List.of(template.file().fault(0, words));
    }
}
