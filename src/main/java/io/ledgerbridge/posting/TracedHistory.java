package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalKind;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.books.Traced;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.rules.PostingRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What Sage X3 has of an order and the books lack, beside what they would post. It is taken into the books where it can be
 * nothing but what was posted from newer books: several entries under the order's references after which the plan has
 * nothing left to post.
 */
public final class TracedHistory {

    private final PostingRules rules;
    private final OrderReading reading;
    private final OrderHistory known;
    private final List<JournalDraft> planned;
    private final List<Traced> found;

    /**
     * @param known with the journals that Sage X3 has, as the books know them
     * @param planned what the books would post
     * @param found what Sage X3 has under the order's references, and the books don't
     */
    public TracedHistory(
            PostingRules rules,
            OrderReading reading,
            OrderHistory known,
            List<JournalDraft> planned,
            List<Traced> found) {
        this.rules = rules;
        this.reading = reading;
        this.known = known;
        this.planned = planned;
        this.found = found.stream()
                .sorted(Comparator.comparing(Traced::accountingDate)
                        .thenComparing(entry -> kind(entry) != JournalKind.ORDER)
                        .thenComparing(entry -> kind(entry) != JournalKind.REVERSAL)
                        .thenComparing(Traced::reference))
                .toList();
    }

    /** The entries found as journals, in the order of {@link #found()}; nothing where they prove nothing. */
    public Optional<List<JournalDraft>> journals() {
        List<JournalDraft> drafts = new ArrayList<>();
        for (Traced entry : found) {
            draft(entry).ifPresent(drafts::add);
        }
        boolean whole = found.size() > 1 && drafts.size() == found.size();
        return whole && isAllOfIt(drafts) ? Optional.of(drafts) : Optional.empty();
    }

    public List<Traced> found() {
        return found;
    }

    /**
     * Why the order parks.
     *
     * @param behind whether the store's books are known to be behind
     */
    public ParkReason reason(boolean behind) {
        String words = found.stream().map(Traced::words).collect(Collectors.joining(" and "));
        boolean ours = behind || found.size() > 1 || kind(found.get(0)) != JournalKind.ORDER;
        return ours ? older(words) : taken(found.get(0));
    }

    private ParkReason older(String words) {
        String ours = planned.stream().map(TracedHistory::words).collect(Collectors.joining(" and "));
        return new ParkReason(
                ParkCode.BOOKS_BEHIND,
                "Sage X3 has %s, which these books never sent; they would post %s"
                        .formatted(words, ours.isEmpty() ? "nothing" : ours),
                "The books are older than Sage X3's ledger, as a restored backup is. Restore newer books, then replay. Or"
                        + " see whether X3's entries together hold what the order should: if so, dismiss the order; if"
                        + " not, correct them in X3 and clear their references, then replay.");
    }

    private static ParkReason taken(Traced entry) {
        return new ParkReason(
                ParkCode.REFERENCE_TAKEN,
                "Sage X3 has %s as entry %s, but %s".formatted(entry.reference(), entry.x3Number(), entry.difference()),
                "See whose entry that is. Correct or renumber it in X3, or change the store's prefix, then replay.");
    }

    private static String words(JournalDraft draft) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        draft.entry()
                .lines()
                .forEach(line -> sums.merge(line.account(), line.amount().amount(), BigDecimal::add));
        return "%s of %s (%s %s)"
                .formatted(
                        draft.entry().reference(),
                        draft.entry().accountingDate(),
                        sums.entrySet().stream()
                                .map(sum -> sum.getKey() + " " + sum.getValue().toPlainString())
                                .collect(Collectors.joining(", ")),
                        draft.entry().currency());
    }

    /** Whether the order as such needs nothing more with these: only refunds may be left. */
    private boolean isAllOfIt(List<JournalDraft> drafts) {
        List<Journal> posted = Stream.concat(
                        known.journals().stream(),
                        IntStream.range(0, drafts.size()).mapToObj(index -> posted(index, drafts.get(index))))
                .toList();
        Plan plan = new JournalPlanner(rules).plan(reading, known.with(posted));
        return plan.decision() == Decision.POST
                && plan.journals().stream().allMatch(draft -> draft.kind() == JournalKind.REFUND);
    }

    private Journal posted(int index, JournalDraft draft) {
        return new Journal(
                Long.MAX_VALUE - found.size() + index,
                rules.store(),
                "",
                reading.order().id(),
                1,
                JournalState.POSTED,
                draft,
                0,
                null,
                null,
                null,
                found.get(index).x3Number(),
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                null);
    }

    private Optional<JournalDraft> draft(Traced entry) {
        Optional<JournalDraft> like = planned.stream()
                .filter(draft -> draft.entry().currency().getCurrencyCode().equals(entry.currency()))
                .findFirst();
        if (like.isEmpty() || kind(entry) == JournalKind.REFUND) {
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

    private JournalDraft draft(Traced entry, JournalDraft like, List<JournalLine> lines) {
        JournalEntry other = like.entry();
        return new JournalDraft(
                kind(entry),
                null,
                like.channel(),
                new JournalEntry(
                        entry.reference(),
                        other.entryType(),
                        other.journalCode(),
                        other.site(),
                        entry.accountingDate(),
                        other.currency(),
                        "Found in Sage X3: order " + reading.order().id(),
                        lines),
                List.of(),
                null);
    }

    /** Only an account that is one role's alone tells what its sum was for. */
    private Optional<JournalLine> line(String account, BigDecimal sum, JournalDraft like) {
        List<JournalLine> there = Stream.concat(
                        planned.stream(), known.journals().stream().map(Journal::draft))
                .flatMap(draft -> draft.entry().lines().stream())
                .filter(line -> line.account().equals(account))
                .toList();
        Set<Role> roles = there.stream().map(JournalLine::role).collect(Collectors.toSet());
        BigDecimal amount = sum.stripTrailingZeros();
        if (roles.size() != 1 || amount.scale() > like.entry().currency().getDefaultFractionDigits()) {
            return Optional.empty();
        }
        JournalLine one = there.get(0);
        return Optional.of(new JournalLine(
                account,
                one.role(),
                Money.exactly(amount, like.entry().currency()),
                "Found in Sage X3",
                one.businessPartner(),
                one.dimensions()));
    }

    private static JournalKind kind(Traced entry) {
        String reference = entry.reference();
        int suffix = reference.lastIndexOf('-');
        if (suffix < 0 || !reference.substring(suffix).matches("-[AVR][0-9]+")) {
            return JournalKind.ORDER;
        }
        return switch (reference.charAt(suffix + 1)) {
            case 'A' -> JournalKind.ADJUSTMENT;
            case 'V' -> JournalKind.REVERSAL;
            default -> JournalKind.REFUND;
        };
    }
}
