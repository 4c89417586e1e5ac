package io.ledgerbridge.sagex3.templates;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A single value in what a template yielded.
 *
 * @param name of the nearest object's field around it; empty if there is none
 */
record RenderedField(String name, JsonNode value) {

    /** All of them, in whatever depth. */
    static List<RenderedField> in(JsonNode rendered) {
        return in("", rendered).toList();
    }

    private static Stream<RenderedField> in(String name, JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream().flatMap(each -> in(each.getKey(), each.getValue()));
        }
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false).flatMap(each -> in(name, each))
                : Stream.of(new RenderedField(name, node));
    }

    /** Whether a text is a day: in whatever order, and with whatever between, X3 has day, month and year. */
    static boolean isDay(String text, LocalDate day) {
        String digits = text.replaceAll("\\D", "");
        return Stream.of("yyyyMMdd", "ddMMyyyy", "MMddyyyy", "ddMMyy", "MMddyy", "yyMMdd")
                .map(pattern ->
                        DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(day))
                .anyMatch(digits::equals);
    }

    String text() {
        return value.asText();
    }

    boolean is(String text) {
        return text().equals(text);
    }

    boolean is(LocalDate day) {
        return isDay(text(), day);
    }

    /** Amounts may be texts or numbers, and negative where credits are. */
    boolean is(BigDecimal amount) {
        try {
            return new BigDecimal(text()).abs().compareTo(amount.abs()) == 0;
        } catch (NumberFormatException noAmount) {
            return false;
        }
    }
}
