package io.ledgerbridge.posting;

import io.ledgerbridge.books.JournalDraft;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Journals in groups, each in the order in which its journals were made. */
record JournalGroups(PostedJournals all) {

    private record PlaceAndSite(ChannelAndCurrency place, String site) {

        static PlaceAndSite of(JournalDraft journal) {
            return new PlaceAndSite(
                    ChannelAndCurrency.of(journal), journal.entry().site());
        }
    }

    /**
     * Journals of one place by the day whose exchange rate they took.
     *
     * @param own that of the order: of its first journal since the place last sold nothing; empty without journals
     * @param atOwn the journals at that rate, and those that are left with them
     * @param others those at each other rate
     */
    record RateDates(Optional<LocalDate> own, PostedJournals atOwn, Map<LocalDate, PostedJournals> others) {}

    Collection<PostedJournals> byPlaceAndSite() {
        return grouped(PlaceAndSite::of, new LinkedHashMap<>()).values();
    }

    /** By the date that they belong to, and then by that of their exchange rate. */
    Collection<PostedJournals> byDates() {
        return grouped(journal -> journal.plannedDate() + " " + journal.entry().rateDate(), new TreeMap<>())
                .values();
    }

    /**
     * By the date of their exchange rate; all of one place.
     *
     * @param isLeft whether those at another rate than the order's own are left with these
     */
    RateDates byRate(Predicate<PostedJournals> isLeft) {
        Optional<LocalDate> own = ownRate();
        PostedJournals atOwn = PostedJournals.NONE;
        Map<LocalDate, PostedJournals> others = new TreeMap<>();
        for (var part : grouped(journal -> journal.entry().rateDate(), new TreeMap<LocalDate, PostedJournals>())
                .entrySet()) {
            if (own.filter(part.getKey()::equals).isPresent() || isLeft.test(part.getValue())) {
                atOwn = atOwn.with(part.getValue().journals());
            } else {
                others.put(part.getKey(), part.getValue());
            }
        }
        return new RateDates(own, atOwn, others);
    }

    /** As if all were at the order's own. */
    RateDates asOfOneRate() {
        return new RateDates(ownRate(), all, Map.of());
    }

    /** The date of the order's exchange rate. */
    Optional<LocalDate> ownRate() {
        PostedJournals standing = PostedJournals.NONE;
        for (JournalDraft journal : all.journals()) {
            boolean anew = standing.sellsNothing() || standing.orderPart().comesToNothing();
            standing = (anew ? PostedJournals.NONE : standing).with(journal);
        }
        return standing.journals().stream()
                .findFirst()
                .map(journal -> journal.entry().rateDate());
    }

    private <K> Map<K, PostedJournals> grouped(Function<JournalDraft, K> key, Map<K, PostedJournals> groups) {
        for (JournalDraft journal : all.journals()) {
            groups.merge(key.apply(journal), PostedJournals.NONE.with(journal), (group, more) -> group.with(journal));
        }
        return groups;
    }
}
