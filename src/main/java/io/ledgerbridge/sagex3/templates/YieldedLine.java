package io.ledgerbridge.sagex3.templates;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.ledger.JournalLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The object that a template yielded for one line of a sample.
 *
 * @param amountField the field that has the line's amount
 */
record YieldedLine(JournalLine line, JsonNode fields, String amountField) {

    /** As X3 and people name a side's fields: DEB, CDT, debitAmount. */
    private static final Pattern DEBIT_FIELD = Pattern.compile("(?i)deb");

    private static final Pattern CREDIT_FIELD = Pattern.compile("(?i)cdt|cred");

    private static final Set<String> DEBIT = Set.of("1", "d", "deb", "debit");
    private static final Set<String> CREDIT = Set.of("-1", "c", "cdt", "credit");

    /** The object that has both a line's account and its amount; none where these stand apart. */
    static Optional<YieldedLine> of(List<JsonNode> objects, JournalLine line) {
        return objects.stream()
                .filter(object ->
                        fields(object).anyMatch(value -> value.asText().equals(line.account())))
                .flatMap(object -> object.properties().stream()
                        .filter(field -> isAmount(field.getValue(), line))
                        .map(field -> new YieldedLine(line, object, field.getKey())))
                .findFirst();
    }

    /**
     * How this line, a debit, is told from a credit: 1 in any way, -1 the wrong way round, 0 not at all. What tells is a
     * field for each side, a sign of 1 and -1 or its word, an amount's own sign, or any other field that isn't the lines'
     * own. Of fields whose names don't say debit or credit, which is which can't be told: they count as right.
     */
    int sideBeside(YieldedLine credit) {
        int byNames = side() - credit.side();
        if (byNames != 0) {
            return Integer.signum(byNames);
        }
        if (!amountField.equals(credit.amountField)) {
            return 1;
        }
        int bySign = value(amountField).signum() - credit.value(amountField).signum();
        for (String field : all(credit)) {
            int mine = sign(field);
            if (mine == -credit.sign(field)) {
                bySign += 2 * mine;
            }
        }
        if (bySign != 0) {
            return Integer.signum(bySign);
        }
        return all(credit).stream().anyMatch(field -> tells(field, credit)) ? 1 : 0;
    }

    /** By the names of the fields that have its amount: 1 debit, -1 credit, 0 where they say neither, or both. */
    private int side() {
        return Integer.signum(fields.properties().stream()
                .filter(field -> isAmount(field.getValue(), line))
                .mapToInt(field -> side(field.getKey()) * value(field.getKey()).signum())
                .sum());
    }

    private static int side(String field) {
        return (DEBIT_FIELD.matcher(field).find() ? 1 : 0)
                - (CREDIT_FIELD.matcher(field).find() ? 1 : 0);
    }

    /** By what stands in a field: 1 debit, -1 credit, 0 neither. */
    private int sign(String field) {
        BigDecimal number = value(field);
        String text = number.abs().compareTo(BigDecimal.ONE) == 0
                ? Integer.toString(number.signum())
                : text(field).toLowerCase(Locale.ROOT);
        return (DEBIT.contains(text) ? 1 : 0) - (CREDIT.contains(text) ? 1 : 0);
    }

    private boolean tells(String field, YieldedLine credit) {
        return !text(field).equals(credit.text(field))
                && !isAmount(fields.path(field), line)
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

    private static boolean isAmount(JsonNode value, JournalLine line) {
        BigDecimal amount = line.amount().amount().abs();
        return number(value).filter(each -> each.abs().compareTo(amount) == 0).isPresent();
    }

    private static Optional<BigDecimal> number(JsonNode value) {
        try {
            return Optional.of(new BigDecimal(value.asText()));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
