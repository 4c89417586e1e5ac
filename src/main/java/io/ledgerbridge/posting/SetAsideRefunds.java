package io.ledgerbridge.posting;

import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalKind;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.amounts.CountedRefund;
import io.ledgerbridge.posting.amounts.LedgerAmounts;
import io.ledgerbridge.posting.amounts.Lines;
import io.ledgerbridge.posting.amounts.OrderAmounts;
import io.ledgerbridge.posting.amounts.RefundSplit;
import io.ledgerbridge.posting.rules.Accounts;
import io.ledgerbridge.posting.rules.Descriptions;
import io.ledgerbridge.posting.rules.JournalSettings;
import io.ledgerbridge.posting.rules.PostedAccounts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Refunds that a person has booked by hand. Each counts as posted by its own figures, so that all that follows is planned on
 * top of it.
 */
record SetAsideRefunds(OrderUnderRules ruled, PostedJournals posted) {

    /** Stands for the reference that Sage X3 has. */
    private static final String REFERENCE = "set aside";

    List<JournalDraft> of(LongPredicate isSetAside) {
        return ruled.refunds().stream()
                .filter(refund -> isSetAside.test(refund.id()))
                .flatMap(refund -> draft(refund).stream())
                .toList();
    }

    /** Nothing where it gave nothing back. */
    private Optional<JournalDraft> draft(CountedRefund refund) {
        ChannelAndCurrency place = ruled.place();
        Amounts amounts = RefundSplit.byTotals(refund, ruled.reading(), ordered(), ruled.splits(ruled.reading()))
                .amounts();
        LedgerAmounts holding = new LedgerAmounts(amounts, Amounts.none(place.currency()));
        Accounts accounts = new PostedAccounts(OrderPart.of(posted).standing().at(place), new AccountsByHand(ruled));
        Descriptions.Text text = new Descriptions(ruled.order().id()).refund(refund.id());
        Lines lines = Lines.of(holding, accounts, text);
        return lines.posted().isEmpty()
                ? Optional.empty()
                : Optional.of(new JournalDraft(
                        JournalKind.REFUND, refund.id(), place.channel(), entry(refund, lines, text), List.of(), null));
    }

    /** By which the refund is split as it is where the order's target is told; nothing where that can't be. */
    private Amounts ordered() {
        try {
            return ruled.splits(ruled.reading()).ordered(new OrderAmounts(ruled.reading(), ruled.limit()).all());
        } catch (CannotPost untold) {
            return Amounts.none(ruled.currency());
        }
    }

    /** Whoever booked it will have taken the rate that the settings say. */
    private LocalDate orderRate() {
        return new JournalGroups(posted.at(ruled.place())).ownRate().orElseGet(ruled::dueDate);
    }

    private JournalEntry entry(CountedRefund refund, Lines lines, Descriptions.Text text) {
        JournalSettings settings = ruled.rules().journal();
        LocalDate date = ruled.date(refund.refund().created().toInstant());
        return new JournalEntry(
                REFERENCE,
                settings.entryType(),
                settings.code(),
                lines.site(),
                date,
                date,
                settings.refundRate() == JournalSettings.RefundRate.ORDER ? orderRate() : date,
                ruled.place().currency(),
                text.entry(),
                lines.posted());
    }
}
