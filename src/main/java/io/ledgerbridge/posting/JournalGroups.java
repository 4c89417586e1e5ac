package io.ledgerbridge.posting;

import io.ledgerbridge.books.JournalDraft;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Journals in groups, each in the order in which its journals were made. */
record JournalGroups(PostedJournals all) {

    private record PlaceAndSite(ChannelAndCurrency place, String site) {

        static PlaceAndSite of(JournalDraft journal) {
            return new PlaceAndSite(
                    ChannelAndCurrency.of(journal), journal.entry().site());
        }
    }

    Collection<PostedJournals> byPlaceAndSite() {
        return grouped(PlaceAndSite::of, new LinkedHashMap<>()).values();
    }

    /** By the date that they belong to, wherever closed periods have put them. */
    Map<LocalDate, PostedJournals> byDate() {
        return grouped(JournalDraft::plannedDate, new TreeMap<>());
    }

    private <K> Map<K, PostedJournals> grouped(Function<JournalDraft, K> key, Map<K, PostedJournals> groups) {
        for (JournalDraft journal : all.journals()) {
            groups.merge(key.apply(journal), PostedJournals.NONE.with(journal), (group, more) -> group.with(journal));
        }
        return groups;
    }
}
