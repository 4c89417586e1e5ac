package io.ledgerbridge.posting.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A channel's ways of paying, as one order goes by them. What is posted keeps the way of paying that it was posted by,
 * whatever rows were changed since; where its own list has no account for a payment, today's has the word.
 *
 * @param then the rows that held when the order was entered; the same as today's where it isn't
 * @param today the rows that are set today
 */
public record Tenders(List<TenderRow> then, List<TenderRow> today) {

    /** Of a channel without a list: the receivable takes all. */
    public static final Tenders NONE = new Tenders(List.of(), List.of());

    public Tenders {
        then = List.copyOf(then);
        today = List.copyOf(today);
    }

    public boolean isNone() {
        return then.isEmpty() && today.isEmpty();
    }

    /** The first row that is for a payment; none where no row is. */
    public Optional<TenderRow> find(PaymentSource payment) {
        return first(then, payment)
                .filter(row -> row.outcome() != TenderRow.Outcome.PARK)
                .or(() -> first(today, payment));
    }

    private static Optional<TenderRow> first(List<TenderRow> rows, PaymentSource payment) {
        return rows.stream().filter(row -> row.matches(payment)).findFirst();
    }

    /**
     * The row of a way of paying by its name, whichever way that is written.
     *
     * @param letters of the name, in lower case, without anything between them
     */
    public Optional<TenderRow> named(String letters) {
        return Stream.concat(then.stream(), today.stream())
                .filter(row -> row.name() != null && letters(row.name()).equals(letters))
                .findFirst();
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    /** The account of a way of paying, by its name. */
    Optional<Account> account(String name) {
        return Stream.concat(today.stream(), then.stream())
                .filter(row -> name.equals(row.name()))
                .flatMap(row -> Optional.ofNullable(row.account()).stream())
                .findFirst();
    }
}
