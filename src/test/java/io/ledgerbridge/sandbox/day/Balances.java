package io.ledgerbridge.sandbox.day;

import io.ledgerbridge.sandbox.day.Ledger.Account;
import io.ledgerbridge.sandbox.day.Ledger.Posting;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Sums of a ledger's lines: by account, and by order and account. */
final class Balances {

    private final Map<Account, BigDecimal> byAccount = new TreeMap<>();
    private final Map<String, Map<Account, BigDecimal>> byOrder = new TreeMap<>();

    static Balances of(Stream<Posting> postings) {
        Balances balances = new Balances();
        postings.forEach(balances::add);
        return balances;
    }

    void add(Posting posting) {
        byAccount.merge(posting.account(), posting.amount(), BigDecimal::add);
        byOrder.computeIfAbsent(posting.order(), order -> new TreeMap<>())
                .merge(posting.account(), posting.amount(), BigDecimal::add);
    }

    List<Posting> postings() {
        return byOrder.entrySet().stream()
                .flatMap(order -> order.getValue().entrySet().stream()
                        .map(sum -> new Posting(order.getKey(), sum.getKey(), sum.getValue())))
                .toList();
    }

    BigDecimal on(Account account) {
        return byAccount.getOrDefault(account, BigDecimal.ZERO);
    }

    BigDecimal on(String order, Account account) {
        return byOrder.getOrDefault(order, Map.of()).getOrDefault(account, BigDecimal.ZERO);
    }

    /** Those that either of the two holds something on. */
    Set<Account> accountsWith(Balances other) {
        Set<Account> accounts = union(byAccount.keySet(), other.byAccount.keySet());
        accounts.removeIf(
                account -> on(account).signum() == 0 && other.on(account).signum() == 0);
        return accounts;
    }

    Set<String> ordersWith(Balances other) {
        return union(byOrder.keySet(), other.byOrder.keySet());
    }

    /** Accounts on which the two hold different sums for this order. */
    Set<Account> differences(String order, Balances other) {
        Set<Account> accounts = union(
                byOrder.getOrDefault(order, Map.of()).keySet(),
                other.byOrder.getOrDefault(order, Map.of()).keySet());
        accounts.removeIf(account -> on(order, account).compareTo(other.on(order, account)) == 0);
        return accounts;
    }

    private static <T extends Comparable<T>> Set<T> union(Set<T> some, Set<T> others) {
        Set<T> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
