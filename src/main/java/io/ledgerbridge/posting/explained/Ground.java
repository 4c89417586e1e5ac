package io.ledgerbridge.posting.explained;

import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.RefundId;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.PostedJournals;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a journal was planned.
 *
 * @param draft as it was planned
 * @param should what the ledger should then hold of each purpose
 * @param held the journals whose amounts are taken off that
 * @param before the journals on whose accounts it takes back what it brings to nothing
 * @param memos what else is in its memo, after its own
 */
public record Ground(
        Step step, JournalDraft draft, Should should, PostedJournals held, PostedJournals before, List<Memo> memos) {

    /** What went into the memo of a journal that was planned before it, for want of one of its own. */
    public record Memo(Ground ground, List<JournalLine> lines) {}

    /** The same, with more in its memo. */
    public Ground with(Ground ground, List<JournalLine> lines) {
        return new Ground(
                step,
                draft,
                should,
                held,
                before,
                Stream.concat(memos.stream(), Stream.of(new Memo(ground, lines)))
                        .toList());
    }

    /** By which rule one of its lines has its amount. */
    RuleName rule(JournalLine line, LineTerms terms) {
        Long refund = draft.refund();
        return switch (step) {
            case ENTERED -> terms.rule();
            case MOVED -> RuleName.MOVED;
            case CORRECTED -> RuleName.CORRECTION;
            case REVERSED -> RuleName.REVERSAL;
            case CANCELLED -> line.role() == Role.REFUNDS_OWED ? RuleName.REFUNDS_OWED : RuleName.CANCELLATION;
            case REFUNDED_OF_EARLIER -> RuleName.EARLIER_ORDER;
            case REFUNDED, REFUNDED_AFTERWARDS ->
                refund != null && RefundId.isRecorded(refund) ? RuleName.RECORDED_REFUND : terms.rule();
        };
    }

    /** Whether the books' journal has the same lines; it may be dated later. */
    boolean makes(JournalDraft journal) {
        return same(draft.entry().lines(), journal.entry().lines()) && same(memo(), journal.memo());
    }

    private List<JournalLine> memo() {
        return Stream.concat(draft.memo().stream(), memos.stream().flatMap(more -> more.lines().stream()))
                .toList();
    }

    private static boolean same(List<JournalLine> planned, List<JournalLine> posted) {
        return lines(planned).equals(lines(posted));
    }

    private static List<String> lines(List<JournalLine> lines) {
        return lines.stream()
                .map(line -> line.account() + " " + line.purpose() + " " + line.amount())
                .toList();
    }

    /** What was done. */
    public enum Step {
        ENTERED,
        MOVED,
        CORRECTED,
        REFUNDED,
        REFUNDED_OF_EARLIER,
        REFUNDED_AFTERWARDS,
        REVERSED,
        CANCELLED
    }
}
