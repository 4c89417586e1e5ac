package io.ledgerbridge.posting.unbooked;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalKind;
import io.ledgerbridge.books.UnbookedEntry;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.posting.OrderHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes journals of entries that Sage X3 has of an order.
 *
 * @param order BigCommerce's order id
 * @param known with the journals that the books have
 * @param planned what the books would post
 */
record UnbookedDrafts(long order, OrderHistory known, List<JournalDraft> planned) {

    /** The entry as a journal; nothing where it can't be told what its sums were for. */
    Optional<JournalDraft> of(UnbookedEntry entry) {
        Optional<JournalDraft> like = planned.stream()
                .filter(draft -> draft.entry().currency().getCurrencyCode().equals(entry.currency()))
                .findFirst();
        if (like.isEmpty() || entry.kind() == JournalKind.REFUND) {
            return Optional.empty();
        }
        List<JournalLine> lines = new ArrayList<>();
        for (Map.Entry<String, BigDecimal> sum : entry.sums().entrySet()) {
            if (sum.getValue().signum() != 0) {
                Optional<JournalLine> line = line(sum.getKey(), sum.getValue(), like.get());
                if (line.isEmpty()) {
                    return Optional.empty();
                }
                lines.add(line.get());
            }
        }
        lines.sort(Comparator.comparing(JournalLine::role));
        return lines.size() < 2 ? Optional.empty() : Optional.of(draft(entry, like.get(), lines));
    }

    private JournalDraft draft(UnbookedEntry entry, JournalDraft like, List<JournalLine> lines) {
        JournalEntry other = like.entry();
        return new JournalDraft(
                entry.kind(),
                null,
                like.channel(),
                new JournalEntry(
                        entry.reference(),
                        other.entryType(),
                        other.journalCode(),
                        other.site(),
                        entry.accountingDate(),
                        entry.accountingDate(),
                        rateDate(entry),
                        other.currency(),
                        "Found in Sage X3: order " + order,
                        lines),
                List.of(),
                null);
    }

    /** A reversal's is that of the entry that it takes back, where it is one; X3 isn't asked for it. */
    private LocalDate rateDate(UnbookedEntry entry) {
        return known.journals().stream()
                .map(Journal::entry)
                .filter(posted -> entry.kind() == JournalKind.REVERSAL && isTakenBack(posted, entry))
                .findFirst()
                .map(JournalEntry::rateDate)
                .orElse(entry.accountingDate());
    }

    private static boolean isTakenBack(JournalEntry posted, UnbookedEntry by) {
        Map<String, BigDecimal> sums = new TreeMap<>(by.sums());
        posted.lines().forEach(line -> sums.merge(line.account(), line.amount().amount(), BigDecimal::add));
        return sums.values().stream().allMatch(sum -> sum.signum() == 0);
    }

    /** Only an account that is one role's alone tells what its sum was for. */
    private Optional<JournalLine> line(String account, BigDecimal sum, JournalDraft like) {
        List<JournalLine> there = Stream.concat(
                        planned.stream(), known.journals().stream().map(Journal::draft))
                .flatMap(draft -> draft.entry().lines().stream())
                .filter(line -> line.account().equals(account))
                .toList();
        Set<Purpose> roles = there.stream().map(JournalLine::purpose).collect(Collectors.toSet());
        BigDecimal amount = sum.stripTrailingZeros();
        if (roles.size() != 1 || amount.scale() > like.entry().currency().getDefaultFractionDigits()) {
            return Optional.empty();
        }
        JournalLine one = there.get(0);
        return Optional.of(new JournalLine(
                account,
                one.purpose(),
                Money.exactly(amount, like.entry().currency()),
                "Found in Sage X3",
                one.businessPartner(),
                one.dimensions(),
                one.taxCode()));
    }
}
