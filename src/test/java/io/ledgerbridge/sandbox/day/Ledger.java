package io.ledgerbridge.sandbox.day;

import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;

/** What Sage X3 holds, line by line. */
@FunctionalInterface
public interface Ledger {

    Stream<Posting> postings();

    /** The lines of these entries. */
    static Stream<Posting> of(Collection<PostedEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.lines().stream()
                        .map(line -> new Posting(
                                entry.reference(),
                                new Account(entry.folder(), line.account(), entry.currency(), line.taxCode()),
                                line.signed())));
    }

    /**
     * One line of an entry.
     *
     * @param reference the entry's, such as {@code BC1001-R7}
     * @param amount positive for a debit
     */
    record Posting(String reference, Account account, BigDecimal amount) {

        /** The reference of the order's first entry: what all its entries' references begin with. */
        String order() {
            return reference.split("-", 2)[0];
        }
    }

    /**
     * An account of an X3 folder in one currency, and what bears one tax code on it.
     *
     * @param taxCode empty for none
     */
    record Account(String folder, String account, String currency, String taxCode) implements Comparable<Account> {

        private static final Comparator<Account> ORDER = Comparator.comparing(Account::folder)
                .thenComparing(Account::currency, Comparator.reverseOrder())
                .thenComparing(Account::account)
                .thenComparing(Account::taxCode);

        Account(String folder, String account, String currency) {
            this(folder, account, currency, "");
        }

        @Override
        public int compareTo(Account other) {
            return ORDER.compare(this, other);
        }
    }
}
