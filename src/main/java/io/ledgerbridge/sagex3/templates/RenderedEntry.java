package io.ledgerbridge.sagex3.templates;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.sagex3.soap.SoapObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** What a template made of a sample, and what is wrong with it. */
final class RenderedEntry {

    private final TemplateFile file;
    private final JsonNode rendered;
    private final Journal sample;
    private final List<String> faults = new ArrayList<>();
    private final List<RenderedField> fields;

    RenderedEntry(TemplateFile file, JsonNode rendered, Journal sample) {
        this.file = file;
        this.rendered = rendered;
        this.sample = sample;
        this.fields = RenderedField.in(rendered);
    }

    /** Everything that keeps it from being taken for the sample's journal, or from being taken at all. */
    List<String> faults(FieldLengths lengths) {
        if (!rendered.isObject()) {
            return List.of(file.fault(0, "yields %s, and no JSON object".formatted(kind(rendered))));
        }
        if (file.looksUp() && fields.stream().noneMatch(field -> field.text().contains(sample.reference()))) {
            lacks("the whole of .reference");
        }
        if (file.stem().equals("rest-look-up")
                && !rendered.path("where").asText().contains(sample.reference())) {
            faults.add(file.fault(0, "yields no \"where\" with .reference, which is the condition"));
        }
        if (file.creates()) {
            journal();
        }
        if (file.stem().equals("soap-create")) {
            groups();
        }
        fields.forEach(field -> length(field, lengths.of(field.name())));
        return faults;
    }

    private void journal() {
        if (fields.stream().noneMatch(field -> field.is(sample.reference()))) {
            lacks("the whole of .reference");
        }
        if (fields.stream()
                .noneMatch(field -> field.is(sample.entry().currency().getCurrencyCode()))) {
            lacks(".currency");
        }
        if (fields.stream().noneMatch(field -> field.is(sample.entry().accountingDate()))) {
            lacks("the day of .accountingDate");
        }
        for (JournalLine line : sample.lines()) {
            if (fields.stream().noneMatch(field -> field.is(line.account()))) {
                lacks(".account of each of .lines");
            }
            if (fields.stream().noneMatch(field -> field.is(line.amount().amount()))) {
                lacks(".amount or .number of each of .lines");
            }
        }
    }

    private void lacks(String what) {
        faults.add(file.fault(0, "what it yields lacks " + what));
    }

    private void groups() {
        for (Map.Entry<String, JsonNode> group : rendered.properties()) {
            if (!SoapObject.isGroupOrTable(group.getValue())) {
                faults.add(file.fault(
                        file.lineOf(group.getKey()),
                        group.getKey()
                                + " is neither a group of fields (an object) nor a table (an array of objects)"));
            }
        }
    }

    private void length(RenderedField field, OptionalInt most) {
        int length = field.text().length();
        if (most.isPresent() && length > most.getAsInt()) {
            faults.add(file.fault(
                    file.lineOf(field.name()),
                    "%s takes %d characters and was given %d; texts can be cut(…, %d), references can't"
                            .formatted(field.name(), most.getAsInt(), length, most.getAsInt())));
        }
    }

    private static String kind(JsonNode node) {
        return node.isNull() ? "nothing" : "a JSON " + node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
