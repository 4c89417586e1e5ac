package io.ledgerbridge.sagex3.templates;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.ledger.JournalLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What a template made of a sample, and what is wrong with it. */
final class RenderedEntry {

    private final TemplateFile file;
    private final JsonNode rendered;
    private final Journal sample;
    private final List<String> faults = new ArrayList<>();
    private final List<Leaf> leaves = new ArrayList<>();

    private record Leaf(String field, JsonNode value) {

        boolean is(String text) {
            return value.asText().equals(text);
        }

        /** In whatever order, and with whatever between, X3 has day, month and year. */
        boolean is(LocalDate day) {
            return isDay(value.asText(), day);
        }

        /** Amounts may be texts or numbers, and negative where credits are. */
        boolean is(BigDecimal amount) {
            try {
                return new BigDecimal(value.asText()).abs().compareTo(amount.abs()) == 0;
            } catch (NumberFormatException noAmount) {
                return false;
            }
        }
    }

    /** Whether a text is a day, in whatever form. */
    static boolean isDay(String text, LocalDate day) {
        String digits = text.replaceAll("\\D", "");
        return Stream.of("yyyyMMdd", "ddMMyyyy", "MMddyyyy", "ddMMyy", "MMddyy", "yyMMdd")
                .map(pattern ->
                        DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(day))
                .anyMatch(digits::equals);
    }

    RenderedEntry(TemplateFile file, JsonNode rendered, Journal sample) {
        this.file = file;
        this.rendered = rendered;
        this.sample = sample;
        collect("", rendered);
    }

    /** Everything that keeps it from being taken for the sample's journal, or from being taken at all. */
    List<String> faults(FieldLengths lengths) {
        if (!rendered.isObject()) {
            return List.of(file.fault(0, "yields %s, and no JSON object".formatted(kind(rendered))));
        }
        if (file.looksUp()
                && leaves.stream().noneMatch(leaf -> leaf.value.asText().contains(sample.reference()))) {
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
        leaves.forEach(leaf -> length(leaf, lengths.of(leaf.field)));
        return faults;
    }

    private void journal() {
        if (leaves.stream().noneMatch(leaf -> leaf.is(sample.reference()))) {
            lacks("the whole of .reference");
        }
        if (leaves.stream().noneMatch(leaf -> leaf.is(sample.entry().currency().getCurrencyCode()))) {
            lacks(".currency");
        }
        if (leaves.stream().noneMatch(leaf -> leaf.is(sample.entry().accountingDate()))) {
            lacks("the day of .accountingDate");
        }
        for (JournalLine line : sample.lines()) {
            if (leaves.stream().noneMatch(leaf -> leaf.is(line.account()))) {
                lacks(".account of each of .lines");
            }
            if (leaves.stream().noneMatch(leaf -> leaf.is(line.amount().amount()))) {
                lacks(".amount or .number of each of .lines");
            }
        }
    }

    private void lacks(String what) {
        faults.add(file.fault(0, "what it yields lacks " + what));
    }

    /** SOAP's object has two levels: groups of fields, and tables of lines. */
    private void groups() {
        for (Map.Entry<String, JsonNode> group : rendered.properties()) {
            boolean table = group.getValue().isArray();
            boolean plain = table || group.getValue().isObject();
            for (JsonNode part : table ? group.getValue() : List.of(group.getValue())) {
                plain = plain
                        && part.isObject()
                        && part.properties().stream()
                                .allMatch(field -> field.getValue().isValueNode());
            }
            if (!plain) {
                faults.add(file.fault(
                        file.lineOf(group.getKey()),
                        group.getKey()
                                + " is neither a group of fields (an object) nor a table (an array of objects)"));
            }
        }
    }

    private void length(Leaf leaf, OptionalInt most) {
        int length = leaf.value.asText().length();
        if (most.isPresent() && length > most.getAsInt()) {
            faults.add(file.fault(
                    file.lineOf(leaf.field),
                    "%s takes %d characters and was given %d; texts can be cut(…, %d), references can't"
                            .formatted(leaf.field, most.getAsInt(), length, most.getAsInt())));
        }
    }

    private void collect(String field, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(each -> collect(each.getKey(), each.getValue()));
        } else if (node.isArray()) {
            node.forEach(each -> collect(field, each));
        } else {
            leaves.add(new Leaf(field, node));
        }
    }

    private static String kind(JsonNode node) {
        return node.isNull() ? "nothing" : "a JSON " + node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
