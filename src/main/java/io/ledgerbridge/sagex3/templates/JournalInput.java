package io.ledgerbridge.sagex3.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.NegativeAmounts;
import io.ledgerbridge.ledger.SidedAmount;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.X3Json;
import java.math.BigDecimal;
import java.util.Map;

/** A journal as the templates in {@code routes/sage-x3} are given it. */
public final class JournalInput {

    private JournalInput() {}

    /** In JSON; {@code routes/README.md} lists its fields. */
    public static String of(FolderSettings folder, Journal journal) {
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
        folder.header().addTo(input, journal);
        ArrayNode lines = input.putArray("lines");
        journal.lines().forEach(line -> lines.add(line(line, folder.negativeAmounts())));
        return X3Json.write(input);
    }

    /** A journal as templates are given it, each of its debits made a credit and each of its credits a debit. */
    static String withSidesSwapped(String input) {
        JsonNode journal = X3Json.object(input).orElseThrow();
        for (JsonNode line : journal.path("lines")) {
            ((ObjectNode) line).put("sign", -line.path("sign").asInt());
        }
        return X3Json.write(journal);
    }

    private static ObjectNode line(JournalLine line, NegativeAmounts negativeAmounts) {
        SidedAmount written = SidedAmount.of(line, negativeAmounts);
        BigDecimal amount = written.amount().amount();
        ObjectNode node = X3Json.MAPPER.createObjectNode();
        node.put("account", line.account())
                .put("role", line.role().label())
                .put("sign", written.sign())
                .put("amount", amount.toPlainString())
                .put("number", amount)
                .put("description", line.description());
        if (line.businessPartner() != null) {
            node.put("businessPartner", line.businessPartner());
        }
        if (line.taxCode() != null) {
            node.put("taxCode", line.taxCode());
        }
        ObjectNode dimensions = node.putObject("dimensions");
        for (Map.Entry<String, String> dimension : line.dimensions().entrySet()) {
            dimensions.put(dimension.getKey(), dimension.getValue());
        }
        return node;
    }
}
