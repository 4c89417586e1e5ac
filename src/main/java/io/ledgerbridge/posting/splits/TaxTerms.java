package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.explained.Reckoning;
import io.ledgerbridge.posting.explained.RuleName;
import io.ledgerbridge.posting.explained.Terms;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.explained.words.ProductWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The figures of an order's sale by tax code. */
record TaxTerms(TaxSplit split) {

    /** The figures of each code; cents that are on no part have the code of the largest. */
    Map<Purpose, Reckoning> of(Amounts byRole, Map<Role, Terms> terms) {
        Map<Purpose, Reckoning> all = new TreeMap<>();
        Amounts amounts = split.ordered(byRole);
        List<TaxedPart> parts = amounts.only(TaxSplit.TAXED).isNone() ? List.of() : split.parts(byRole);
        amounts.only(TaxSplit.TAXED).byPurpose().forEach((purpose, amount) -> {
            Role role = purpose.role();
            boolean isAlone = amounts.of(role).equals(amount);
            Terms its = isAlone
                    ? terms.getOrDefault(role, Terms.NONE)
                    : role == Role.SALES_TAX ? rows(purpose) : terms(parts, purpose);
            RuleName rule = isAlone ? Reckoning.ofOrder(role, its).rule() : RuleName.TAX_BY_RATE;
            all.put(
                    purpose,
                    new Reckoning(
                            rule, its.closing(amount, amounts.byPurpose().size(), Phrase.of("said.rounding-codes"))));
        });
        return all;
    }

    private Terms terms(List<TaxedPart> parts, Purpose purpose) {
        return Terms.sum(parts.stream()
                .filter(part -> Objects.equals(part.code(), purpose.taxCode()))
                .map(part -> purpose.role() == Role.DISCOUNTS
                        ? new DiscountOnPart(split.reading(), parts, part).terms()
                        : part.role() == purpose.role()
                                ? Terms.of(part.name(), part.amount().negate(), part.said())
                                : Terms.NONE));
    }

    /** The rows of a code's tax. */
    private Terms rows(Purpose purpose) {
        List<OrderTax> rows = split.rates().rows();
        return Terms.sum(rows.stream()
                .filter(row ->
                        row.amount().signum() != 0 && split.codes().of(row).equals(purpose.taxCode()))
                .map(row -> Terms.of(
                        row.part().equals("fee")
                                ? "fees[*].cost_tax"
                                : "taxes[%d].line_amount".formatted(rows.indexOf(row)),
                        row.amount().negate(),
                        Phrase.of("said.rate", rate(row), what(row)))));
    }

    private static BigDecimal rate(OrderTax row) {
        return row.rate().stripTrailingZeros();
    }

    private Phrase what(OrderTax row) {
        Long product = row.productId();
        if (product != null && product != 0) {
            return ProductWords.named(split.reading(), product);
        }
        return switch (row.part()) {
            case "" -> Phrase.of("part.order");
            case "item", "shipping", "handling", "gift-wrapping", "fee" -> Phrase.of("part." + row.part());
            default -> Phrase.verbatim(row.part());
        };
    }
}
