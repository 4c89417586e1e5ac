package io.ledgerbridge.posting.rules;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A channel's ways of paying, as one order goes by them. What is posted keeps the way of paying that it was posted by, whatever
 * rows were changed since; what isn't takes today's.
 *
 * @param earlier the rows of each version of the channel's mapping, the newest first
 * @param today the rows that are set today
 * @param held ways of paying that the order's journals have, by name
 */
public record Tenders(List<List<TenderRow>> earlier, List<TenderRow> today, Set<String> held) {

    /** Of a channel without a list: the receivable takes all. */
    public static final Tenders NONE = new Tenders(List.of(), List.of(), Set.of());

    public Tenders {
        earlier = List.copyOf(earlier);
        today = List.copyOf(today);
        held = Set.copyOf(held);
    }

    public boolean isNone() {
        return today.isEmpty() && earlier.stream().allMatch(List::isEmpty);
    }

    /** The first row that is for a payment; none where no row is. */
    public Optional<TenderRow> find(PaymentSource payment) {
        return earlier.stream()
                .flatMap(rows -> first(rows, payment).stream())
                .filter(row -> row.name() != null && held.contains(row.name()))
                .findFirst()
                .or(() -> first(today, payment));
    }

    private static Optional<TenderRow> first(List<TenderRow> rows, PaymentSource payment) {
        return rows.stream().filter(row -> row.matches(payment)).findFirst();
    }

    /**
     * The row of a way of paying by its name, whichever way that is written.
     *
     * @param letters and digits of the name, in lower case, without anything between them
     */
    public Optional<TenderRow> named(String letters) {
        return rows().filter(row -> row.name() != null && letters(row.name()).equals(letters))
                .findFirst();
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** The account of a way of paying, by its name. */
    Optional<Account> account(String name) {
        return rows().filter(row -> name.equals(row.name()))
                .map(TenderRow::account)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Stream<TenderRow> rows() {
        return Stream.concat(today.stream(), earlier.stream().flatMap(List::stream));
    }
}
