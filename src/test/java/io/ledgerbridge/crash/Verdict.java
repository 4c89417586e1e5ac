package io.ledgerbridge.crash;

import io.ledgerbridge.sandbox.day.Comparison;
import io.ledgerbridge.sandbox.day.Ledger;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What X3's ledger says in the end, beside BigCommerce's figures.
 *
 * @param orders how many there were
 * @param lost orders of which X3 doesn't hold what BigCommerce's figures say, though nothing of them is there twice
 * @param duplicated references that X3 has more than once
 */
record Verdict(int orders, Set<String> lost, Set<String> duplicated) {

    static Verdict of(Trade trade, Collection<PostedEntry> entries) {
        Set<String> duplicated = entries.stream()
                .collect(Collectors.groupingBy(PostedEntry::reference, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(reference -> reference.getValue() > 1)
                .map(reference -> reference.getKey())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> differing = new TreeSet<>(
                Comparison.of(trade::store, () -> Ledger.of(entries)).ordersThatDiffer());
        duplicated.forEach(reference -> differing.remove(reference.split("-", 2)[0]));
        return new Verdict(trade.orders().size(), differing, duplicated);
    }

    /** What is new since an earlier one. */
    Verdict since(Verdict earlier) {
        Set<String> newlyLost = new TreeSet<>(lost);
        newlyLost.removeAll(earlier.lost);
        Set<String> newlyDuplicated = new TreeSet<>(duplicated);
        newlyDuplicated.removeAll(earlier.duplicated);
        return new Verdict(orders - earlier.orders, newlyLost, newlyDuplicated);
    }

    /** With orders that were lost before, too. */
    Verdict andLost(Set<String> before) {
        Set<String> all = new TreeSet<>(lost);
        all.addAll(before);
        return new Verdict(orders, all, duplicated);
    }

    boolean isGood() {
        return lost.isEmpty() && duplicated.isEmpty();
    }
}
