package io.ledgerbridge.console.needsyou;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.books.audit.FoundStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person did about an order, about several, or about a delivery that can't be read.
 *
 * @param told the link of the audit trail that tells of it
 * @param detail what the link says
 * @param words what the person said in it
 * @param state how the order stands now; null where it was about none
 */
record Solved(
        FoundStep told,
        JsonNode detail,
        JsonNode words,
        @Nullable String state) {

    public Instant at() {
        return told.link().at();
    }

    public String store() {
        return told.store();
    }

    /** The order's number; 0 where it was about several, or about a delivery. */
    public long order() {
        return told.order();
    }

    /** The number of the link. */
    public int link() {
        return told.link().link();
    }

    /** As the audit trail names it. */
    public String step() {
        return told.link().step();
    }

    public String by() {
        return detail.path("by").asText();
    }

    /** Empty where nobody said so, or it was erased. */
    public String why() {
        return words.path("why").asText();
    }

    /** Of the entry that was made by hand; empty where there is none. */
    public String x3Number() {
        return detail.path("x3Number").asText(words.path("x3Number").asText());
    }

    /** The number of the delivery; 0 where it was about none. */
    public long event() {
        return detail.path("event").asLong();
    }
}
