package io.ledgerbridge.sagex3.found;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.ledger.Decimals;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of an entry as an answer template yielded it.
 *
 * @param fields {@code account}, and either {@code sign} (1 debit, -1 credit) and {@code amount} or {@code debit} and
 *     {@code credit}, of which one may be missing or empty; it may have its {@code ledger}
 */
public record AnsweredLine(JsonNode fields) {

    /** What of it was not read, though every line has it; nothing where all was. */
    public Optional<String> lacks() {
        if (account().isEmpty()) {
            return Optional.of("account of a line");
        }
        return fields.has("amount") || fields.has("debit") || fields.has("credit")
                ? Optional.empty()
                : Optional.of("amount, debit or credit of a line");
    }

    public String account() {
        return text("account");
    }

    /** The ledger type's number; empty where it isn't shown. */
    public String ledger() {
        return text("ledger");
    }

    /** Whether it counts where entries are compared by one ledger: all do that show none. */
    public boolean isOf(int ledger) {
        return ledger().isEmpty() || typeOf(ledger()) == ledger;
    }

    /** GraphQL shows the ledger types by their words in X3's local menu, api1 and SOAP by their numbers; 0 for any other. */
    private static int typeOf(String shown) {
        return switch (shown.toLowerCase(Locale.ROOT)) {
            case "legal" -> 1;
            case "analytical" -> 2;
            case "ias" -> 3;
            default -> shown.matches("[0-9]{1,2}([.]0*)?") ? new BigDecimal(shown).intValue() : 0;
        };
    }

    /**
     * Its amount, debit positive.
     *
     * @throws IllegalArgumentException where it can't be read, with words that say what
     */
    public BigDecimal signed() {
        if (!fields.has("amount")) {
            return number("debit").subtract(number("credit"));
        }
        BigDecimal sign = number("sign");
        if (sign.abs().compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException("a line of sign '%s', and neither 1 nor -1".formatted(text("sign")));
        }
        return number("amount").multiply(sign);
    }

    /** What is empty is zero, as on X3's screens. */
    private BigDecimal number(String field) {
        String text = text(field);
        try {
            return text.isEmpty() ? BigDecimal.ZERO : Decimals.read(text);
        } catch (NumberFormatException unreadable) {
            String shown = text.substring(0, Math.min(text.length(), 50));
            throw new IllegalArgumentException("the %s '%s'".formatted(field, shown), unreadable);
        }
    }

    private String text(String field) {
        return fields.path(field).asText().strip();
    }
}
