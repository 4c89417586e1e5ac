package io.ledgerbridge.posting.explained;

import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.SetAside;
import io.ledgerbridge.posting.explained.words.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became another from one plan to the next, in our settings, by people's decisions and in BigCommerce's figures, each in a few words. */
record Edits(PlanSource before, PlanSource now, Sentences sentences) {

    List<Phrase> all() {
        List<Phrase> all = new ArrayList<>();
        now.changedSettings(before).ifPresent(all::add);
        all.addAll(decisions(before.known(), now.known()));
        List<Change> changes = Changes.between(before.reading(), now.reading());
        List<Change> first = leading(changes);
        (first.isEmpty() ? changes : first)
                .stream()
                        .sorted(Comparator.comparingInt(Change::rank))
                        .forEach(change -> all.add(change.words(sentences)));
        return all;
    }

    /** What people have decided; that an order is set aside is said by itself. */
    private List<Phrase> decisions(OrderHistory then, OrderHistory known) {
        List<Phrase> all = new ArrayList<>();
        known.recorded().stream()
                .filter(refund -> !then.recorded().contains(refund))
                .forEach(refund ->
                        all.add(Phrase.of("edits.recorded", refund.number(), sentences.digits(refund.amount()))));
        then.recorded().stream()
                .filter(refund -> known.recorded().stream().noneMatch(one -> one.number() == refund.number()))
                .forEach(refund -> all.add(Phrase.of("edits.recorded-back", refund.number())));
        known.setAside().stream()
                .filter(one -> one.refund() != SetAside.ORDER && !has(then, one.refund()))
                .forEach(one -> all.add(Phrase.of("edits.set-aside", one.refund())));
        then.setAside().stream()
                .filter(one -> !has(known, one.refund()))
                .forEach(one -> all.add(
                        one.refund() == SetAside.ORDER
                                ? Phrase.of("edits.order-no-more")
                                : Phrase.of("edits.refund-no-more", one.refund())));
        return all;
    }

    private static boolean has(OrderHistory known, long refund) {
        return known.setAside().stream().anyMatch(one -> one.refund() == refund);
    }

    /** Those that don't follow from others: a row's sum follows from its quantity and its price. */
    private static List<Change> leading(List<Change> changes) {
        Set<@Nullable Phrase> counted = changes.stream()
                .filter(change ->
                        change.field().equals("quantity") || change.field().equals("price_ex_tax"))
                .map(Change::of)
                .collect(Collectors.toSet());
        return changes.stream()
                .filter(change -> !change.isFollowing())
                .filter(change -> !change.field().equals("total_ex_tax") || !counted.contains(change.of()))
                .toList();
    }
}
