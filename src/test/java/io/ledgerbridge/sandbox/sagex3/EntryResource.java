package io.ledgerbridge.sandbox.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entry as the class of REST api1 shows it and takes it. */
final class EntryResource {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> HEADER = Set.of(
            "TYP",
            "NUM",
            "FCY",
            "JOU",
            "ACCDAT",
            "CUR",
            "BPRVCR",
            "DESVCR",
            "STA",
            "CAT",
            "BPRDATVCR",
            "RATDAT",
            "REFINT");

    /** What a query can select by. */
    static final Set<String> SELECTABLE =
            Set.of("TYP", "NUM", "CPY", "FCY", "JOU", "ACCDAT", "CUR", "BPRVCR", "REFINT", "DESVCR", "STA");

    private static final Set<String> LINE = Set.of("ACC", "BPR", "SNS", "AMTCUR", "DES", "TAX");

    private EntryResource() {}

    static ObjectNode header(PostedEntry entry) {
        ObjectNode header = JSON.valueToTree(entry.header());
        return header.put("STA", entry.status());
    }

    static ObjectNode details(PostedEntry entry, Folder folder) {
        ObjectNode details = header(entry);
        ArrayNode lines = details.putArray("LINES");
        for (LedgerRow each : LedgerRow.of(entry, folder)) {
            PostedEntry.Line line = each.line();
            ObjectNode row = lines.addObject()
                    .put("LIN", lines.size())
                    .put("LEDTYP", each.ledger())
                    .put("ACC", line.account())
                    .put("BPR", line.businessPartner() == null ? "" : line.businessPartner())
                    .put("SNS", line.sign())
                    .put("AMTCUR", line.amount())
                    .put("DES", line.description())
                    .put("TAX", line.taxCode());
            line.dimensions().forEach(row::put);
        }
        return details;
    }

    /** @throws IllegalArgumentException for a property that the class lacks, or a value of another type */
    static EntryDraft draftOf(JsonNode body) {
        Map<String, String> header = new HashMap<>();
        for (Entry<String, JsonNode> member : body.properties()) {
            if (!HEADER.contains(member.getKey()) && !member.getKey().equals("LINES")) {
                throw new IllegalArgumentException("Property '%s' not found".formatted(member.getKey()));
            }
            header.put(member.getKey(), member.getValue().asText(""));
        }
        List<EntryDraft.Line> lines = new ArrayList<>();
        body.path("LINES").forEach(line -> lines.add(lineOf(line)));
        return EntryDraft.of(header, dateOf(body.path("ACCDAT")), lines);
    }

    private static EntryDraft.Line lineOf(JsonNode line) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        for (Entry<String, JsonNode> member : line.properties()) {
            if (EntryDraft.isDimension(member.getKey())) {
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
                dimensions,
                line.path("TAX").asText(""));
    }

    private static @Nullable LocalDate dateOf(JsonNode date) {
        try {
            return date.asText("").isEmpty() ? null : LocalDate.parse(date.asText());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Property 'ACCDAT': date expected, not " + date, e);
        }
    }
}
