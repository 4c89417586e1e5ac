package io.ledgerbridge.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.NegativeAmounts;
import java.math.BigDecimal;
import java.util.Map;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.springframework.stereotype.Component;

/** What the templates in {@code routes/sage-x3} are given, and the last touch to what they yield. */
@Component
public class JournalRequests {

    /** A journal as the templates see it; {@code routes/README.md} lists its fields. */
    public String input(FolderSettings folder, Journal journal) {
        ObjectNode input = X3Json.MAPPER.createObjectNode();
        input.put("reference", journal.reference())
                .put("entryType", journal.entry().entryType())
                .put("journalCode", journal.entry().journalCode())
                .put("site", journal.entry().site())
                .put("accountingDate", journal.entry().accountingDate().toString())
                .put("currency", journal.entry().currency().getCurrencyCode())
                .put("description", journal.entry().description())
                .put("kind", journal.kind().label())
                .put("channel", journal.channel())
                .put("order", journal.order())
                .put("referenceProperty", folder.graphql().referenceProperty())
                .put("linesName", folder.rest().lines());
        ArrayNode lines = input.putArray("lines");
        journal.lines().forEach(line -> lines.add(line(line, folder.negativeAmounts())));
        return X3Json.write(input);
    }

    /** What a template yielded, with amounts written out in plain digits. */
    public String body(String yielded) {
        return X3Json.write(yielded(yielded));
    }

    /** One text of what a template yielded. */
    public String text(String yielded, String field) {
        return yielded(yielded).path(field).asText();
    }

    /** What a template yielded, in the form in which camel-graphql takes variables. */
    public JsonObject variables(String yielded) {
        return Jsoner.deserialize(X3Json.write(yielded(yielded)), new JsonObject());
    }

    static JsonNode yielded(String text) {
        return X3Json.object(text)
                .orElseThrow(() -> new IllegalStateException("a Sage X3 template yielded no JSON object: " + text));
    }

    private static ObjectNode line(JournalLine line, NegativeAmounts negativeAmounts) {
        Written written = Written.of(line, negativeAmounts);
        ObjectNode node = X3Json.MAPPER.createObjectNode();
        node.put("account", line.account())
                .put("role", line.role().label())
                .put("sign", written.sign())
                .put("amount", written.amount().toPlainString())
                .put("number", written.amount())
                .put("description", line.description());
        if (line.businessPartner() != null) {
            node.put("businessPartner", line.businessPartner());
        }
        ObjectNode dimensions = node.putObject("dimensions");
        for (Map.Entry<String, String> dimension : line.dimensions().entrySet()) {
            dimensions.put(dimension.getKey(), dimension.getValue());
        }
        return node;
    }

    /**
     * A line as it is written.
     *
     * @param sign 1 for a debit, -1 for a credit
     */
    record Written(int sign, BigDecimal amount) {

        static Written of(JournalLine line, NegativeAmounts negativeAmounts) {
            BigDecimal amount = line.amount().amount();
            int natural = switch (line.role().side()) {
                case DEBIT -> 1;
                case CREDIT -> -1;
                case BY_SIGN -> amount.signum();
            };
            int sign = negativeAmounts == NegativeAmounts.KEEP ? natural : amount.signum();
            return new Written(sign, sign < 0 ? amount.negate() : amount);
        }
    }
}
