package io.ledgerbridge.sandbox.sagex3;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.xml.DomUtils;
import org.w3c.dom.Element;

/** An entry as the object GAS shows it and takes it: fields in the groups of its screens, lines in a table. */
final class EntryObject {

    private static final String LINES = "HAE2_1";

    /** What a query can select by. */
    static final Set<String> SELECTABLE =
            Set.of("TYP", "NUM", "FCY", "JOU", "ACCDAT", "CUR", "BPRVCR", "REFINT", "DESVCR", "STA");

    /** Each group's fields; the table's are those of a line. */
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "HAE0_1",
            Set.of("FCY", "TYP", "NUM", "ACCDAT"),
            "HAE0_2",
            Set.of("JOU", "CAT", "STA"),
            "HAE1_1",
            Set.of("DESVCR", "REFINT"),
            "HAE1_3",
            Set.of("BPRVCR", "BPRDATVCR"),
            "HAE1_5",
            Set.of("RATDAT", "CUR"),
            LINES,
            Set.of("FCYLIN", "ACC1", "BPR", "DEB", "CDT", "DES", "TAX"));

    private EntryObject() {}

    /** The header's fields, by which a query selects. */
    static Map<String, String> header(PostedEntry entry) {
        Map<String, String> header = entry.header();
        header.remove("CPY");
        List.of("ACCDAT", "BPRDATVCR", "RATDAT")
                .forEach(date -> header.computeIfPresent(date, (name, day) -> day.replace("-", "")));
        return header;
    }

    static String details(PostedEntry entry, Folder folder) {
        Map<String, String> header = header(entry);
        header.put("CAT", "1");
        StringBuilder xml = new StringBuilder("<RESULT>");
        for (String group : List.of("HAE0_1", "HAE0_2", "HAE1_1", "HAE1_3", "HAE1_5")) {
            xml.append("<GRP ID=\"%s\">".formatted(group));
            header.forEach((name, value) -> {
                if (FIELDS.getOrDefault(group, Set.of()).contains(name)) {
                    xml.append(field(name, value));
                }
            });
            xml.append("</GRP>");
        }
        List<Map<String, String>> lines = LedgerRow.of(entry, folder).stream()
                .map(row -> fieldsOf(row, entry))
                .toList();
        return xml.append("<TAB DIM=\"1000\" ID=\"%s\" SIZE=\"%d\">".formatted(LINES, lines.size()))
                .append(rows(lines))
                .append("</TAB></RESULT>")
                .toString();
    }

    static String list(List<PostedEntry> entries, int listSize) {
        return "<RESULT DIM=\"%d\" SIZE=\"%d\">%s</RESULT>"
                .formatted(
                        listSize,
                        entries.size(),
                        rows(entries.stream().map(EntryObject::header).toList()));
    }

    private static StringBuilder rows(List<Map<String, String>> rows) {
        StringBuilder xml = new StringBuilder();
        int number = 0;
        for (Map<String, String> row : rows) {
            xml.append("<LIN NUM=\"%d\">".formatted(++number));
            row.forEach((name, value) -> xml.append(field(name, value)));
            xml.append("</LIN>");
        }
        return xml;
    }

    /**
     * The entry that the object's XML asks for.
     *
     * @throws IllegalArgumentException for a field that the object lacks, or a value of another type
     */
    static EntryDraft draftOf(String objectXml) {
        Map<String, String> header = new LinkedHashMap<>();
        List<EntryDraft.Line> lines = new ArrayList<>();
        for (Element part : DomUtils.getChildElements(SoapXml.parse(objectXml))) {
            String group = part.getAttribute("ID");
            if (group.equals(LINES)) {
                DomUtils.getChildElementsByTagName(part, "LIN")
                        .forEach(line -> lines.add(lineOf(fieldsOf(line, group))));
            } else {
                header.putAll(fieldsOf(part, group));
            }
        }
        return EntryDraft.of(header, dateOf(header.getOrDefault("ACCDAT", "")), lines);
    }

    private static EntryDraft.Line lineOf(Map<String, String> fields) {
        BigDecimal debit = amountOf(fields, "DEB");
        BigDecimal credit = amountOf(fields, "CDT");
        if (debit != null && credit != null) {
            throw new IllegalArgumentException("DEB %s CDT %s: Debit or credit, not both".formatted(debit, credit));
        }
        Map<String, String> dimensions = new LinkedHashMap<>(fields);
        dimensions.keySet().removeIf(field -> !EntryDraft.isDimension(field));
        dimensions.values().removeIf(String::isEmpty);
        return new EntryDraft.Line(
                fields.getOrDefault("ACC1", ""),
                fields.getOrDefault("BPR", ""),
                credit == null ? 1 : -1,
                credit == null ? debit : credit,
                fields.getOrDefault("DES", ""),
                dimensions,
                fields.getOrDefault("TAX", ""));
    }

    private static Map<String, String> fieldsOf(LedgerRow row, PostedEntry entry) {
        PostedEntry.Line line = row.line();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("LEDTYP", Integer.toString(row.ledger()));
        fields.put("FCYLIN", entry.site());
        fields.put("ACC1", line.account());
        fields.put("BPR", line.businessPartner() == null ? "" : line.businessPartner());
        fields.put("DEB", line.sign() > 0 ? line.amount().toPlainString() : "0");
        fields.put("CDT", line.sign() < 0 ? line.amount().toPlainString() : "0");
        fields.put("DES", line.description());
        fields.put("TAX", line.taxCode());
        fields.putAll(line.dimensions());
        return fields;
    }

    private static Map<String, String> fieldsOf(Element part, String group) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : DomUtils.getChildElementsByTagName(part, "FLD")) {
            String name = field.getAttribute("NAME");
            boolean dimension = group.equals(LINES) && EntryDraft.isDimension(name);
            if (!dimension && !FIELDS.getOrDefault(group, Set.of()).contains(name)) {
                throw new IllegalArgumentException("Field %s not found in %s".formatted(name, group));
            }
            fields.put(name, field.getTextContent().strip());
        }
        return fields;
    }

    /** Null for none and for zero, which the screen shows as empty. */
    private static @Nullable BigDecimal amountOf(Map<String, String> fields, String name) {
        String text = fields.getOrDefault(name, "");
        try {
            BigDecimal amount = text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
            return amount.signum() == 0 ? null : amount;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s %s: Incorrect number".formatted(name, text), e);
        }
    }

    private static @Nullable LocalDate dateOf(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("ACCDAT %s: Incorrect date".formatted(text), e);
        }
    }

    private static String field(String name, String value) {
        return "<FLD NAME=\"%s\" TYPE=\"Char\">%s</FLD>".formatted(name, SoapXml.escaped(value));
    }
}
