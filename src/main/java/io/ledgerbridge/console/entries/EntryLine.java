package io.ledgerbridge.console.entries;

import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.NegativeAmounts;
import io.ledgerbridge.ledger.SidedAmount;
import io.ledgerbridge.posting.explained.ExplainedLine;
import io.ledgerbridge.posting.explained.Figure;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line as a T-account shows it.
 *
 * @param sided on the side on which Sage X3 has it
 * @param why null where nothing tells
 */
public record EntryLine(
        JournalLine line, SidedAmount sided, @Nullable ExplainedLine why) {

    static EntryLine of(JournalLine line, NegativeAmounts negativeAmounts, @Nullable ExplainedLine why) {
        return new EntryLine(line, SidedAmount.of(line, negativeAmounts), why);
    }

    public String role() {
        return line.role().label();
    }

    /** The way of paying or the tax code by which its role is split; null where it isn't. */
    public @Nullable String part() {
        return line.tender() == null ? line.taxCode() : line.tender();
    }

    /** Analytical dimensions by their fields' names. */
    public String dimensions() {
        return line.dimensions().entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Positive for a debit, negative for a credit. */
    public BigDecimal signed() {
        return line.amount().amount();
    }

    public @Nullable BigDecimal debit() {
        return sided.sign() > 0 ? sided.amount().amount() : null;
    }

    public @Nullable BigDecimal credit() {
        return sided.sign() < 0 ? sided.amount().amount() : null;
    }

    /** By which rule the line has its amount, as the pages' texts name it; null where nothing tells. */
    public @Nullable String rule() {
        return why == null ? null : why.rule().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Why the line is what it is, with its amount as the page shows it; null where nothing tells.
     *
     * @param isSigned whether the page shows signed amounts, and not the sides of accounts
     */
    public @Nullable String words(Locale language, boolean isSigned) {
        return why == null ? null : isSigned ? why.words(language) : why.words(language, sided);
    }

    /** A figure of the line's amount, by the sign that the amount has on the line's side. */
    public BigDecimal onItsSide(Figure figure) {
        return sided.sign() < 0 ? figure.value().negate() : figure.value();
    }

    static BigDecimal sum(Stream<@Nullable BigDecimal> side) {
        return side.filter(amount -> amount != null).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
