package io.ledgerbridge.sandbox.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entry as the class of REST api1 shows it and takes it. */
final class EntryResource {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> HEADER =
            Set.of("TYP", "NUM", "FCY", "JOU", "ACCDAT", "CUR", "BPRVCR", "DESVCR", "STA", "CAT");
    /** What a query can select by. */
    static final Set<String> SELECTABLE =
            Set.of("TYP", "NUM", "CPY", "FCY", "JOU", "ACCDAT", "CUR", "BPRVCR", "DESVCR", "STA");

    private static final Set<String> LINE = Set.of("ACC", "BPR", "SNS", "AMTCUR", "DES");

    private EntryResource() {}

    /** The header's properties, by which a query selects and orders. */
    static Map<String, Object> header(PostedEntry entry, Folder folder) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("TYP", entry.type());
        header.put("NUM", entry.number());
        header.put("CPY", folder.company());
        header.put("FCY", entry.site());
        header.put("JOU", entry.journal());
        header.put("ACCDAT", entry.date().toString());
        header.put("CUR", entry.currency());
        header.put("BPRVCR", entry.reference());
        header.put("DESVCR", entry.description());
        header.put("STA", entry.status());
        return header;
    }

    static ObjectNode details(PostedEntry entry, Folder folder) {
        ObjectNode details = JSON.valueToTree(header(entry, folder));
        ArrayNode lines = details.putArray(folder.names().restLines());
        for (PostedEntry.Line line : entry.lines()) {
            ObjectNode row = lines.addObject()
                    .put("LIN", lines.size())
                    .put("ACC", line.account())
                    .put("BPR", line.businessPartner() == null ? "" : line.businessPartner())
                    .put("SNS", line.sign())
                    .put("AMTCUR", line.amount())
                    .put("DES", line.description());
            line.dimensions().forEach(row::put);
        }
        return details;
    }

    /** A composite key as api1 joins it. */
    static String keyOf(PostedEntry entry) {
        return entry.type() + "~" + entry.number();
    }

    /** @throws IllegalArgumentException for a property that the class lacks, or a value of another type */
    static EntryDraft draftOf(JsonNode body, Folder folder) {
        String lines = folder.names().restLines();
        for (Entry<String, JsonNode> member : body.properties()) {
            if (!HEADER.contains(member.getKey()) && !member.getKey().equals(lines)) {
                throw new IllegalArgumentException("Property '%s' not found".formatted(member.getKey()));
            }
        }
        List<EntryDraft.Line> drafts = new ArrayList<>();
        body.path(lines).forEach(line -> drafts.add(lineOf(line)));
        return new EntryDraft(
                body.path("TYP").asText(""),
                body.path("NUM").asText(""),
                body.path("FCY").asText(""),
                body.path("JOU").asText(""),
                dateOf(body.path("ACCDAT")),
                body.path("CUR").asText(""),
                body.path("BPRVCR").asText(""),
                body.path("DESVCR").asText(""),
                body.path("STA").asInt(1),
                drafts);
    }

    private static EntryDraft.Line lineOf(JsonNode line) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        for (Entry<String, JsonNode> member : line.properties()) {
            if (member.getKey().matches(JournalEntrySchema.DIMENSION)) {
                dimensions.put(member.getKey(), member.getValue().asText());
            } else if (!LINE.contains(member.getKey())) {
                throw new IllegalArgumentException("Property '%s' not found".formatted(member.getKey()));
            }
        }
        JsonNode amount = line.path("AMTCUR");
        if (!amount.isNumber() && !amount.isMissingNode()) {
            throw new IllegalArgumentException("Property 'AMTCUR': number expected, not " + amount);
        }
        return new EntryDraft.Line(
                line.path("ACC").asText(""),
                line.path("BPR").asText(""),
                line.path("SNS").asInt(0),
                amount.isMissingNode() ? null : amount.decimalValue(),
                line.path("DES").asText(""),
                dimensions);
    }

    private static @Nullable LocalDate dateOf(JsonNode date) {
        try {
            return date.asText("").isEmpty() ? null : LocalDate.parse(date.asText());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Property 'ACCDAT': date expected, not " + date, e);
        }
    }
}
