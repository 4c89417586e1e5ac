package io.ledgerbridge.posting;

import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalKind;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.Amounts;
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

    /** The date of the order's exchange rate; all of one place. Each journal is looked at once: an order may have thousands. */
    Optional<LocalDate> ownRate() {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Amounts none = Amounts.none(all.journals().get(0).entry().currency());
        LocalDate own = all.journals().get(0).entry().rateDate();
        Amounts held = none;
        Amounts ofOrder = none;
        for (JournalDraft journal : all.journals()) {
            if (held.only(Role.Kind.SALE).isNone() || ofOrder.isNone()) {
                own = journal.entry().rateDate();
                held = none;
                ofOrder = none;
            }
            Amounts sums = Amounts.sum(none.currency(), journal.entry().lines().stream());
            held = held.plus(sums);
            ofOrder = journal.kind() == JournalKind.REFUND ? ofOrder : ofOrder.plus(sums);
        }
        return Optional.of(own);
    }

    private <K> Map<K, PostedJournals> grouped(Function<JournalDraft, K> key, Map<K, PostedJournals> groups) {
        for (JournalDraft journal : all.journals()) {
            groups.merge(key.apply(journal), PostedJournals.NONE.with(journal), (group, more) -> group.with(journal));
        }
        return groups;
    }
}
