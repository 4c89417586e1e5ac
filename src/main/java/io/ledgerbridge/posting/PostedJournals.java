package io.ledgerbridge.posting;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalKind;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.amounts.LedgerAmounts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Journals of one order, in the order in which they were made. */
public record PostedJournals(List<JournalDraft> journals) {

    static final PostedJournals NONE = new PostedJournals(List.of());

    public PostedJournals {
        journals = List.copyOf(journals);
    }

    static PostedJournals of(List<Journal> journals) {
        return new PostedJournals(journals.stream()
                .sorted(Comparator.comparingLong(Journal::id))
                .map(Journal::draft)
                .toList());
    }

    PostedJournals with(JournalDraft journal) {
        return with(List.of(journal));
    }

    PostedJournals with(List<JournalDraft> more) {
        return new PostedJournals(
                Stream.concat(journals.stream(), more.stream()).toList());
    }

    public boolean isEmpty() {
        return journals.isEmpty();
    }

    boolean hasFirst() {
        return journals.stream().anyMatch(journal -> journal.kind() == JournalKind.ORDER);
    }

    boolean hasRefund(long refund) {
        return journals.stream().anyMatch(journal -> Long.valueOf(refund).equals(journal.refund()));
    }

    PostedJournals ofRefund(long refund) {
        return those(journal -> Long.valueOf(refund).equals(journal.refund()));
    }

    Set<String> references() {
        return journals.stream().map(journal -> journal.entry().reference()).collect(Collectors.toSet());
    }

    public Stream<JournalLine> lines() {
        return journals.stream().flatMap(journal -> journal.entry().lines().stream());
    }

    public Stream<JournalLine> memo() {
        return journals.stream().flatMap(journal -> journal.memo().stream());
    }

    /** First entry, adjustments and reversals; not the refunds. */
    PostedJournals orderPart() {
        return those(journal -> journal.kind() != JournalKind.REFUND);
    }

    PostedJournals first() {
        return new PostedJournals(journals.subList(0, 1));
    }

    PostedJournals afterFirst() {
        return new PostedJournals(journals.subList(1, journals.size()));
    }

    PostedJournals at(ChannelAndCurrency place) {
        return those(journal -> ChannelAndCurrency.of(journal).equals(place));
    }

    PostedJournals beside(ChannelAndCurrency place) {
        return those(journal -> !ChannelAndCurrency.of(journal).equals(place));
    }

    List<ChannelAndCurrency> places() {
        return journals.stream().map(ChannelAndCurrency::of).distinct().toList();
    }

    /** The site of the first. */
    public String site() {
        return journals.get(0).entry().site();
    }

    /** The latest date under which Sage X3 has one of them. */
    LocalDate latestDate() {
        return journals.stream()
                .map(journal -> journal.entry().accountingDate())
                .reduce((one, other) -> one.isAfter(other) ? one : other)
                .orElseThrow();
    }

    /** The date that the first of them belongs to. */
    LocalDate belongs() {
        return journals.get(0).plannedDate();
    }

    /** The sums by role; every journal is in this currency. */
    public LedgerAmounts holding(Currency currency) {
        return new LedgerAmounts(Amounts.sum(currency, lines()), Amounts.sum(currency, memo()));
    }

    /** Whether every role comes to nothing in Sage X3, place by place. */
    boolean comesToNothing() {
        return places().stream()
                .allMatch(place -> at(place).holding(place.currency()).posted().isNone());
    }

    /** Whether the roles of the sale come to nothing, place by place; tenders may still hold something. */
    boolean sellsNothing() {
        return places().stream()
                .allMatch(place -> at(place)
                        .holding(place.currency())
                        .posted()
                        .only(Role.Kind.SALE)
                        .isNone());
    }

    /** Whether roles of neither sale nor goods hold anything, place by place. */
    boolean holdsTendersAlone() {
        return places().stream()
                .allMatch(place -> at(place)
                        .holding(place.currency())
                        .posted()
                        .without(Role.Kind.TENDER)
                        .isNone());
    }

    boolean isOfSeveralSites() {
        return journals.stream()
                        .map(journal -> journal.entry().site())
                        .distinct()
                        .count()
                > 1;
    }

    /** Whether our books hold a memo, place by place. */
    boolean hasMemo() {
        return places().stream()
                .anyMatch(place -> !at(place).holding(place.currency()).memo().isNone());
    }

    private PostedJournals those(Predicate<JournalDraft> which) {
        return new PostedJournals(journals.stream().filter(which).toList());
    }
}
