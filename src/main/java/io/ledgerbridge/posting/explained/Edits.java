package io.ledgerbridge.posting.explained;

import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.SetAside;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What became another from one plan to the next, in our settings, by people's decisions and in BigCommerce's figures, each in a few words. */
record Edits(PlanSource before, PlanSource now, Sentences sentences) {

    List<String> all() {
        List<String> all = new ArrayList<>();
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
    private List<String> decisions(OrderHistory then, OrderHistory known) {
        List<String> all = new ArrayList<>();
        known.recorded().stream()
                .filter(refund -> !then.recorded().contains(refund))
                .forEach(refund -> all.add(
                        "refund M%d of %s was recorded".formatted(refund.number(), sentences.digits(refund.amount()))));
        then.recorded().stream()
                .filter(refund -> known.recorded().stream().noneMatch(one -> one.number() == refund.number()))
                .forEach(refund -> all.add("the recorded refund M%d was taken back".formatted(refund.number())));
        known.setAside().stream()
                .filter(one -> one.refund() != SetAside.ORDER && !has(then, one.refund()))
                .forEach(one -> all.add("refund %d was set aside".formatted(one.refund())));
        then.setAside().stream()
                .filter(one -> !has(known, one.refund()))
                .forEach(one -> all.add("%s is set aside no more"
                        .formatted(one.refund() == SetAside.ORDER ? "the order" : "refund " + one.refund())));
        return all;
    }

    private static boolean has(OrderHistory known, long refund) {
        return known.setAside().stream().anyMatch(one -> one.refund() == refund);
    }

    /** Those that don't follow from others: a row's sum follows from its quantity and its price. */
    private static List<Change> leading(List<Change> changes) {
        Set<String> counted = changes.stream()
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
