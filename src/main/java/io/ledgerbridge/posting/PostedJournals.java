package io.ledgerbridge.posting;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalKind;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.amounts.Goods;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.Descriptions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Journals of one order, in the order in which they were made. */
public record PostedJournals(List<JournalDraft> journals) {

    private record PlaceAndSite(ChannelAndCurrency place, String site) {}

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

    Collection<PostedJournals> byPlaceAndSite() {
        return grouped(
                        journal -> new PlaceAndSite(
                                ChannelAndCurrency.of(journal), journal.entry().site()),
                        new LinkedHashMap<>())
                .values();
    }

    /** By the date that they belong to, wherever closed periods have put them. */
    Map<LocalDate, PostedJournals> byDate() {
        return grouped(JournalDraft::plannedDate, new TreeMap<>());
    }

    /** The latest date under which Sage X3 has one of them. */
    LocalDate latestDate() {
        return journals.stream()
                .map(journal -> journal.entry().accountingDate())
                .reduce((one, other) -> one.isAfter(other) ? one : other)
                .orElseThrow();
    }

    /** The sums by role; every journal is in this currency. */
    public LedgerAmounts holding(Currency currency) {
        return new LedgerAmounts(sum(currency, lines()), sum(currency, memo()));
    }

    /** Whether every role comes to nothing in Sage X3, place by place. */
    boolean comesToNothing() {
        return places().stream()
                .allMatch(place -> at(place).holding(place.currency()).posted().isNone());
    }

    /** Whether our books hold a memo, place by place. */
    boolean hasMemo() {
        return places().stream()
                .anyMatch(place -> !at(place).holding(place.currency()).memo().isNone());
    }

    /** The order part since it last came to nothing: the journals on which the order stands. */
    PostedJournals standing() {
        PostedJournals standing = new PostedJournals(List.of());
        for (JournalDraft journal : orderPart().journals) {
            standing = (standing.comesToNothing() ? new PostedJournals(List.of()) : standing).with(journal);
        }
        return standing;
    }

    /** Whether the order as such was entered in a place on a date or later: at first, by a move, or from nothing. */
    boolean isEnteredBy(LocalDate date, ChannelAndCurrency place) {
        PostedJournals before = new PostedJournals(List.of());
        for (JournalDraft journal : orderPart().journals) {
            if (before.comesToNothing()
                    && ChannelAndCurrency.of(journal).equals(place)
                    && !journal.plannedDate().isBefore(date)) {
                return true;
            }
            before = before.with(journal);
        }
        return false;
    }

    /** The form in which the order stands, where its journals tell; else today's. */
    EntryFormat form(EntryFormat today) {
        PostedJournals standing = standing();
        if (standing.comesToNothing()) {
            return today;
        }
        return new EntryFormat(standing.isNetOfDiscounts(today), standing.costOfGoods(today));
    }

    private boolean isNetOfDiscounts(EntryFormat today) {
        boolean net = lines().anyMatch(Descriptions::isNetOfDiscounts);
        boolean apart = lines().anyMatch(line -> line.role() == Role.DISCOUNTS);
        return net || (!apart && today.netOfDiscounts());
    }

    private Channel.CostOfGoods costOfGoods(EntryFormat today) {
        if (lines().anyMatch(line -> Goods.ROLES.contains(line.role()))) {
            return Channel.CostOfGoods.POST;
        }
        return memo().findAny().isPresent() ? Channel.CostOfGoods.MEMO : today.costOfGoods();
    }

    private PostedJournals those(Predicate<JournalDraft> which) {
        return new PostedJournals(journals.stream().filter(which).toList());
    }

    private <K> Map<K, PostedJournals> grouped(Function<JournalDraft, K> key, Map<K, PostedJournals> groups) {
        for (JournalDraft journal : journals) {
            groups.merge(
                    key.apply(journal), new PostedJournals(List.of(journal)), (group, more) -> group.with(journal));
        }
        return groups;
    }

    private static Amounts sum(Currency currency, Stream<JournalLine> lines) {
        Map<Role, Money> sums = new EnumMap<>(Role.class);
        lines.forEach(line -> sums.merge(line.role(), line.amount(), Money::plus));
        return new Amounts(currency, sums);
    }
}
