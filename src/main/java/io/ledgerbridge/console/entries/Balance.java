package io.ledgerbridge.console.entries;

import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Purpose;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger holds of one purpose, or on one account, and what still is to be posted. Positive is a debit, negative a
 * credit.
 *
 * @param of a {@link Purpose}, or an account
 * @param before in the ledger now
 * @param change to be posted
 */
public record Balance(String currency, Object of, BigDecimal before, BigDecimal change) {

    /** What the ledger holds once it is posted. */
    public BigDecimal after() {
        return before.add(change);
    }

    /** The label of its role; null of an account. */
    public @Nullable String role() {
        return of instanceof Purpose purpose ? purpose.role().label() : null;
    }

    /** The way of paying or the tax code by which its role is split; null where it isn't. */
    public @Nullable String part() {
        if (of instanceof Purpose purpose) {
            return purpose.tender() == null ? purpose.taxCode() : purpose.tender();
        }
        return null;
    }

    public static List<Balance> byPurpose(List<JournalDraft> ledger, List<JournalDraft> toPost) {
        return of(ledger, toPost, JournalLine::purpose);
    }

    public static List<Balance> byAccount(List<JournalDraft> ledger, List<JournalDraft> toPost) {
        return of(ledger, toPost, JournalLine::account);
    }

    /** Those of several orders of a store together. */
    public static List<Balance> together(Stream<Balance> balances) {
        Map<String, Balance> sums = new TreeMap<>();
        balances.forEach(one -> sums.merge(one.of() + " " + one.currency(), one, Balance::plus));
        return List.copyOf(sums.values());
    }

    private Balance plus(Balance other) {
        return new Balance(currency, of, before.add(other.before), change.add(other.change));
    }

    private static <K extends Comparable<K>> List<Balance> of(
            List<JournalDraft> ledger, List<JournalDraft> toPost, Function<JournalLine, K> by) {
        List<Balance> all = new ArrayList<>();
        for (String currency : new TreeSet<>(Stream.of(ledger, toPost)
                .flatMap(List::stream)
                .map(Balance::currency)
                .toList())) {
            Map<K, BigDecimal> before = sums(ledger, currency, by);
            Map<K, BigDecimal> change = sums(toPost, currency, by);
            TreeSet<K> keys = new TreeSet<>(before.keySet());
            keys.addAll(change.keySet());
            keys.forEach(key -> all.add(new Balance(
                    currency,
                    key,
                    before.getOrDefault(key, BigDecimal.ZERO),
                    change.getOrDefault(key, BigDecimal.ZERO))));
        }
        return all;
    }

    private static <K extends Comparable<K>> Map<K, BigDecimal> sums(
            List<JournalDraft> drafts, String currency, Function<JournalLine, K> by) {
        Map<K, BigDecimal> sums = new TreeMap<>();
        drafts.stream()
                .filter(draft -> currency(draft).equals(currency))
                .flatMap(draft -> draft.entry().lines().stream())
                .forEach(line -> sums.merge(by.apply(line), line.amount().amount(), BigDecimal::add));
        return sums;
    }

    private static String currency(JournalDraft draft) {
        return draft.entry().currency().getCurrencyCode();
    }
}
