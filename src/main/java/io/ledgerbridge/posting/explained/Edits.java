package io.ledgerbridge.posting.explained;

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
        all.addAll(now.decided().since(before.decided(), sentences));
        List<Change> changes = Changes.between(before.reading(), now.reading());
        List<Change> first = leading(changes);
        (first.isEmpty() ? changes : first)
                .stream()
                        .sorted(Comparator.comparingInt(Change::rank))
                        .forEach(change -> all.add(change.words(sentences)));
        return all;
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
