package io.ledgerbridge.posting.rules;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A channel's tax codes, as one order goes by them: what is posted keeps its codes, as with {@link Tenders}.
 *
 * @param earlier the rows of each version of the channel's mapping, the newest first
 * @param today the rows that are set today
 * @param held codes by which the order's journals are split
 */
public record Taxes(List<List<TaxRow>> earlier, List<TaxRow> today, Set<String> held) {

    /** Of a channel without a list: one account for all tax, and no codes. */
    public static final Taxes NONE = new Taxes(List.of(), List.of(), Set.of());

    public Taxes {
        earlier = List.copyOf(earlier);
        today = List.copyOf(today);
        held = Set.copyOf(held);
    }

    public boolean isNone() {
        return today.isEmpty() && earlier.stream().allMatch(List::isEmpty);
    }

    /** X3's code of a tax; none where no row has one for it. */
    public Optional<String> code(TaxSource tax) {
        return earlier.stream()
                .flatMap(rows -> first(rows, tax).stream())
                .filter(held::contains)
                .findFirst()
                .or(() -> first(today, tax));
    }

    private static Optional<String> first(List<TaxRow> rows, TaxSource tax) {
        return rows.stream()
                .filter(row -> row.matches(tax))
                .findFirst()
                .flatMap(row -> Optional.ofNullable(row.code()));
    }

    /** The account of the tax of a code, where a row names one. */
    Optional<Account> account(String code) {
        return Stream.concat(today.stream(), earlier.stream().flatMap(List::stream))
                .filter(row -> code.equals(row.code()))
                .map(TaxRow::account)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
