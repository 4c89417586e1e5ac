package io.ledgerbridge.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.ledger.JournalLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The object that a template yielded for one line of a sample.
 *
 * @param amountField the field that has the line's amount
 */
record YieldedLine(JournalLine line, JsonNode fields, String amountField) {

    /** The object that has both a line's account and its amount; none where these stand apart. */
    static Optional<YieldedLine> of(List<JsonNode> objects, JournalLine line) {
        return objects.stream()
                .filter(object ->
                        fields(object).anyMatch(value -> value.asText().equals(line.account())))
                .flatMap(object -> object.properties().stream()
                        .filter(field -> number(field.getValue())
                                .filter(amount -> amount.abs()
                                                .compareTo(
                                                        line.amount().amount().abs())
                                        == 0)
                                .isPresent())
                        .map(field -> new YieldedLine(line, object, field.getKey())))
                .findFirst();
    }

    /**
     * How this line, a debit, is told from a credit: 1 in any way, -1 the wrong way round, 0 not at all. What tells is a
     * field for each side, a sign of 1 and -1, an amount's own sign, or any other field that isn't the lines' own.
     */
    int sideBeside(YieldedLine credit) {
        if (!amountField.equals(credit.amountField)) {
            return 1;
        }
        int bySign = value(amountField).signum() - credit.value(amountField).signum();
        for (String field : all(credit)) {
            BigDecimal mine = value(field);
            if (mine.abs().compareTo(BigDecimal.ONE) == 0 && mine.negate().compareTo(credit.value(field)) == 0) {
                bySign += 2 * mine.signum();
            }
        }
        if (bySign != 0) {
            return Integer.signum(bySign);
        }
        return all(credit).stream().anyMatch(field -> tells(field, credit)) ? 1 : 0;
    }

    private boolean tells(String field, YieldedLine credit) {
        return !text(field).equals(credit.text(field))
                && !field.equals(amountField)
                && !isOwn(text(field))
                && !credit.isOwn(credit.text(field));
    }

    /** Whether a text is the line's account, business partner or, maybe cut, description. */
    private boolean isOwn(String text) {
        return text.equals(line.account())
                || text.equals(line.businessPartner())
                || (!text.isEmpty() && line.description().startsWith(text));
    }

    private Set<String> all(YieldedLine other) {
        Set<String> names = new TreeSet<>();
        fields.fieldNames().forEachRemaining(names::add);
        other.fields.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private String text(String field) {
        return fields.path(field).asText();
    }

    private BigDecimal value(String field) {
        return number(fields.path(field)).orElse(BigDecimal.ZERO);
    }

    private static Stream<JsonNode> fields(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getValue);
    }

    private static Optional<BigDecimal> number(JsonNode value) {
        try {
            return Optional.of(new BigDecimal(value.asText()));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
