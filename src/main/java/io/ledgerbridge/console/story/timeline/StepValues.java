package io.ledgerbridge.console.story.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.api.AuditTrailView;
import io.ledgerbridge.console.Clocks;
import io.ledgerbridge.console.Numbers;
import io.ledgerbridge.posting.explained.StatusName;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The values of which the sentence of a step is made, in one order for all of them. */
@Component
class StepValues {

    private final StoryWords words;
    private final Clocks clocks;
    private final Numbers numbers;

    StepValues(StoryWords words, Clocks clocks, Numbers numbers) {
        this.words = words;
        this.clocks = clocks;
        this.numbers = numbers;
    }

    /**
     * {@code {0}} reference, 1 who, 2 X3's number, 3 amount, 4 kind, 5 until when, 6 BigCommerce's status, 7 day, 8 document,
     * 9 to whom, 10 refund, 11 number of journals, 12 reason, 13 who asked, 14 way of paying.
     */
    Object[] of(String store, AuditTrailView.Link link) {
        JsonNode detail = link.detail();
        return new Object[] {
            link.reference() == null ? "" : link.reference(),
            detail.path("by").asText(),
            detail.path("x3Number").asText(),
            amount(detail),
            words.orElse(
                    "kind." + detail.path("kind").asText(), detail.path("kind").asText()),
            instant(detail.path("at").asText(), store),
            detail.path("status").isInt() ? StatusName.of(detail.path("status").asInt()) : "",
            day(detail),
            detail.path("document").asText(),
            detail.path("to").asText(),
            detail.path("refund").asText(),
            numbers.count(detail.path("journals").asLong()),
            words.cause(detail.path("reason").asText()),
            detail.path("askedBy").asText(),
            detail.path("tender").asText()
        };
    }

    private String amount(JsonNode detail) {
        String amount = detail.path("totalIncTax").asText(detail.path("amount").asText());
        String currency = detail.path("currency").asText();
        try {
            return amount.isEmpty() ? "" : (numbers.amount(new BigDecimal(amount), currency) + " " + currency).strip();
        } catch (NumberFormatException changed) {
            return amount;
        }
    }

    private String instant(String text, String store) {
        try {
            return text.isEmpty() ? "" : clocks.at(Instant.parse(text), store);
        } catch (DateTimeException changed) {
            return text;
        }
    }

    private String day(JsonNode detail) {
        String text = List.of("accountingDate", "date").stream()
                .map(name -> detail.path(name).asText())
                .filter(day -> !day.isEmpty())
                .findFirst()
                .orElse("");
        try {
            return text.isEmpty() ? "" : clocks.day(LocalDate.parse(text));
        } catch (DateTimeException changed) {
            return text;
        }
    }
}
