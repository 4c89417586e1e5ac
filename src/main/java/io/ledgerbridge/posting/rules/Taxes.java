package io.ledgerbridge.posting.rules;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A channel's tax codes, as one order goes by them: what is posted keeps its codes, as with {@link Tenders}.
 *
 * @param then the rows that held when the order was entered; the same as today's where it isn't
 * @param today the rows that are set today
 */
public record Taxes(List<TaxRow> then, List<TaxRow> today) {

    /** Of a channel without a list: one account for all tax, and no codes. */
    public static final Taxes NONE = new Taxes(List.of(), List.of());

    public Taxes {
        then = List.copyOf(then);
        today = List.copyOf(today);
    }

    public boolean isNone() {
        return then.isEmpty() && today.isEmpty();
    }

    /** X3's code of a tax; none where no row has one for it. */
    public Optional<String> code(TaxSource tax) {
        return first(then, tax).or(() -> first(today, tax));
    }

    private static Optional<String> first(List<TaxRow> rows, TaxSource tax) {
        return rows.stream()
                .filter(row -> row.matches(tax))
                .findFirst()
                .flatMap(row -> Optional.ofNullable(row.code()));
    }

    /** The account of the tax of a code, where a row names one. */
    Optional<Account> account(String code) {
        return Stream.concat(today.stream(), then.stream())
                .filter(row -> code.equals(row.code()))
                .map(TaxRow::account)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
