package io.ledgerbridge.sagex3.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the templates that are shipped send a line's tax code. */
class TaxCodeTest {

    private static final String JOURNAL = """
            {"reference": "BC301", "description": "Order 301", "accountingDate": "2026-11-02", "currency": "EUR",
             "referenceProperty": "sourceDocument", "linesName": "LINES", "lines": [
              {"account": "707000", "sign": -1, "amount": "100.00", "number": 100.00, "description": "Revenue",
               "dimensions": {}, "taxCode": "FR20"},
              {"account": "411000", "sign": 1, "amount": "100.00", "number": 100.00, "description": "Receivable",
               "dimensions": {}}]}""";

    @ParameterizedTest
    @CsvSource({"graphql-create,/data/journalEntryLines,tax", "rest-create,/LINES,TAX", "soap-create,/HAE2_1,TAX"})
    void isSentWithTheLineThatHasOne(String template, String lines, String field) {
        JsonNode sent = new StoreTemplates(Map.of("us", TemplateFolder.in("routes/sage-x3")))
                .of("us")
                .template(template)
                .object(JOURNAL)
                .at(lines);

        assertThat(sent.at("/0/" + field).asText()).isEqualTo("FR20");
        assertThat(sent.at("/1").has(field)).isFalse();
    }
}
