package io.ledgerbridge.books.origin;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Purpose;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the journals of one plan are planned from.
 *
 * @param reading SHA-256 of the reading, in hexadecimal
 * @param mapping today's version of the channel's mapping; null where it has none
 * @param plannedWith JSON: what else was known of the order
 * @param present the order's journals that Sage X3 has, with the accounts of which theirs are taken back
 */
public record PlanOrigin(
        @Nullable String reading,
        @Nullable Integer mapping,
        @Nullable String plannedWith,
        List<Journal> present) {

    public static final PlanOrigin UNKNOWN = new PlanOrigin(null, null, null, List.of());

    public PlanOrigin {
        present = List.copyOf(present);
    }

    /** Of one of its journals. */
    public JournalOrigin of(JournalDraft draft) {
        return new JournalOrigin(
                reading,
                mapping,
                plannedWith,
                lines(draft).map(line -> mapping(draft, line)).toList());
    }

    /** Entries and adjustments are on today's accounts; what takes back is on those that hold it. */
    private @Nullable Integer mapping(JournalDraft draft, JournalLine line) {
        return switch (draft.kind()) {
            case ORDER -> mapping;
            case ADJUSTMENT -> clears(draft, line.purpose()) ? held(line) : mapping;
            case REFUND, REVERSAL -> held(line);
        };
    }

    /** Whether a purpose comes to nothing: an adjustment then leaves nothing on any account either. */
    private boolean clears(JournalDraft draft, Purpose purpose) {
        return Stream.concat(present.stream().map(Journal::draft), Stream.of(draft))
                        .flatMap(PlanOrigin::lines)
                        .filter(line -> line.purpose().equals(purpose))
                        .map(line -> line.amount().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .signum()
                == 0;
    }

    private @Nullable Integer held(JournalLine line) {
        for (int latest = present.size() - 1; latest >= 0; latest--) {
            Journal journal = present.get(latest);
            List<JournalLine> lines = lines(journal.draft()).toList();
            for (int index = 0; index < lines.size(); index++) {
                if (isOnTheSameAccount(lines.get(index), line)) {
                    return journal.origin().ofLine(index);
                }
            }
        }
        return mapping;
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
