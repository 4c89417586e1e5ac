package io.ledgerbridge.books.origin;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the journals of one plan are planned from.
 *
 * @param reading SHA-256 of the reading, in hexadecimal; null where it isn't kept, so with what else was known
 * @param plannedWith SHA-256 of what else was known of the order
 * @param mappings today's version of each channel's mapping, by the channel's id
 * @param present the order's journals that Sage X3 has, with the accounts of which theirs are taken back
 */
public record PlanOrigin(
        @Nullable String reading, @Nullable String plannedWith, Map<String, Integer> mappings, List<Journal> present) {

    public static final PlanOrigin UNKNOWN = new PlanOrigin(null, null, Map.of(), List.of());

    public PlanOrigin {
        mappings = Map.copyOf(mappings);
        present = List.copyOf(present);
    }

    /** Of one of its journals. */
    public JournalOrigin of(JournalDraft draft) {
        return new JournalOrigin(
                reading,
                mappings.get(draft.channel()),
                plannedWith,
                lines(draft).map(line -> mapping(draft, line)).toList());
    }

    /** Entries and adjustments are on today's accounts; what takes back is on those that hold it. */
    private @Nullable Integer mapping(JournalDraft draft, JournalLine line) {
        return switch (draft.kind()) {
            case ORDER -> mappings.get(draft.channel());
            case ADJUSTMENT -> movesReceivable(draft, line) ? held(draft, line) : mappings.get(draft.channel());
            case REFUND, REVERSAL -> held(draft, line);
        };
    }

    /** Whether a receivable comes to nothing, as where it moves to its way of paying: it does so on the accounts that hold it. */
    private boolean movesReceivable(JournalDraft draft, JournalLine line) {
        return line.purpose().equals(Purpose.of(Role.RECEIVABLE))
                && Stream.concat(there(draft).map(Journal::draft), Stream.of(draft))
                                .flatMap(PlanOrigin::lines)
                                .filter(one -> one.purpose().equals(line.purpose()))
                                .map(one -> one.amount().amount())
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .signum()
                        == 0;
    }

    /** That of the first line on the account, as accounts are taken from the first entry; today's where there is none. */
    private @Nullable Integer held(JournalDraft draft, JournalLine line) {
        for (Journal journal : there(draft).toList()) {
            List<JournalLine> lines = lines(journal.draft()).toList();
            for (int index = 0; index < lines.size(); index++) {
                if (isOnTheSameAccount(lines.get(index), line)) {
                    return journal.origin().ofLine(index);
                }
            }
        }
        return mappings.get(draft.channel());
    }

    /** The order's journals of the same channel and currency. */
    private Stream<Journal> there(JournalDraft draft) {
        return present.stream()
                .filter(journal -> journal.channel().equals(draft.channel())
                        && journal.entry().currency().equals(draft.entry().currency()));
    }

    private static boolean isOnTheSameAccount(JournalLine posted, JournalLine line) {
        return posted.purpose().equals(line.purpose())
                && posted.account().equals(line.account())
                && posted.dimensions().equals(line.dimensions())
                && Objects.equals(posted.businessPartner(), line.businessPartner());
    }

    private static Stream<JournalLine> lines(JournalDraft draft) {
        return Stream.concat(draft.entry().lines().stream(), draft.memo().stream());
    }
}
