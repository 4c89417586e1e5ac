package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.posting.amounts.CancelledTenders;
import io.ledgerbridge.posting.amounts.CountedRefund;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.ConfiguredAccounts;
import io.ledgerbridge.posting.rules.JournalSettings;
import io.ledgerbridge.posting.rules.PolicyHistory;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.TaxRow;
import io.ledgerbridge.posting.rules.Taxes;
import io.ledgerbridge.posting.rules.TenderRow;
import io.ledgerbridge.posting.rules.Tenders;
import io.ledgerbridge.posting.splits.ListedSplits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * An order as its store's rules take it: whether and where the ledger should hold it, with which amounts and dates. What
 * the rules have no answer for throws {@link CannotPost}.
 *
 * @param confirmedAt when it was first confirmed; empty as long as it wasn't
 * @param beganAt when it began to be what its status says
 * @param enteredAt when the entry was made on which it stands; empty where it doesn't
 */
record OrderUnderRules(
        PostingRules rules,
        OrderReading reading,
        Optional<Instant> confirmedAt,
        Instant beganAt,
        Optional<Instant> enteredAt) {

    Order order() {
        return reading.order();
    }

    /** Whether the ledger should hold the order; one with a refund that counts was paid, and waits no longer. */
    boolean stands() {
        return switch (status()) {
            case VOID -> false;
            case CONFIRMED -> true;
            case PENDING -> isOnHold() || isRecognizedAtOnce() || !refunds().isEmpty();
        };
    }

    /** By what was set when it began to wait. */
    private boolean isRecognizedAtOnce() {
        return mapped().map(channel -> rules.policies(channel).at(beganAt).recognition())
                        .orElse(rules.journal().recognition())
                == JournalSettings.Recognition.IMMEDIATE;
    }

    /** Confirmed before, and now kept back in the shop, which moves nothing. */
    boolean isOnHold() {
        return order().statusId() == ShopOrderStatus.MANUAL_VERIFICATION && confirmedAt.isPresent();
    }

    ShopOrderStatus status() {
        return ShopOrderStatus.ofId(order().statusId()).orElseThrow(() -> CannotPost.unknownStatus(order()));
    }

    List<CountedRefund> refunds() {
        return CountedRefund.of(reading);
    }

    /** The form in which its channel wants its entries, by what was set on its own date. */
    EntryFormat form() {
        return EntryFormat.of(channel(), policies().at(due()).costOfGoods());
    }

    ExpectedAmounts expected(EntryFormat form, LongPredicate isSetAside) {
        return ExpectedAmounts.of(reading, policies(), form, splits(reading), limit(), isSetAside);
    }

    /** What the tenders hold of it once it is cancelled. */
    CancelledTenders cancelled(LongPredicate isPosted) {
        return cancelled(reading, isPosted);
    }

    /** The same of another reading of it. */
    CancelledTenders cancelled(OrderReading other, LongPredicate isPosted) {
        return new CancelledTenders(other, isOwed(), isPosted, splits(other), limit());
    }

    /**
     * Whether what was paid for a cancelled order is owed to the shopper until it is given back, by what was set when it was
     * cancelled.
     */
    boolean isOwed() {
        return order().isCaptured()
                && mapped().map(channel -> rules.policies(channel).at(beganAt).refundsOwed())
                        .orElse(false);
    }

    /** By its channel's lists, of which it counts on the order's own date whether there are any. */
    ListedSplits splits(OrderReading other) {
        return new ListedSplits(
                other,
                tenders(),
                taxes(),
                confirmedAt.isPresent(),
                "ledger-bridge.stores.%s.channels.\"%s\"".formatted(rules.store(), order().channel()),
                limit());
    }

    Tenders tenders() {
        List<TenderRow> onItsDay = policies().at(due()).tenders();
        return onItsDay.isEmpty()
                ? Tenders.NONE
                : new Tenders(policies().at(entered()).tenders(), channel().tenders());
    }

    Taxes taxes() {
        List<TaxRow> onItsDay = policies().at(due()).taxes();
        return onItsDay.isEmpty()
                ? Taxes.NONE
                : new Taxes(policies().at(entered()).taxes(), channel().taxes());
    }

    /** What is posted keeps the rows that held then; an order that isn't takes today's. */
    private Instant entered() {
        return enteredAt.orElse(Instant.MAX);
    }

    Money limit() {
        return Money.smallestUnits(rules.journal().roundingLimit(), currency());
    }

    /** As they are set today. */
    ConfiguredAccounts accounts() {
        return new ConfiguredAccounts(rules, channel(), tenders(), taxes(), reading.group());
    }

    private PolicyHistory policies() {
        return rules.policies(channel());
    }

    private Optional<Channel> mapped() {
        return Optional.ofNullable(rules.channels().get(order().channel()));
    }

    boolean isMapped() {
        return mapped().isPresent();
    }

    Channel channel() {
        return mapped().orElseThrow(() -> CannotPost.unmappedChannel(rules.store(), order().channel()));
    }

    ChannelAndCurrency place() {
        return new ChannelAndCurrency(order().channel(), currency());
    }

    Currency currency() {
        return ChannelAndCurrency.currency(order().currencyCode())
                .orElseThrow(() -> CannotPost.unknownCurrency(order()));
    }

    /** The day on which the order was first confirmed; as long as it wasn't, the day on which it was created. */
    LocalDate dueDate() {
        return date(due());
    }

    private Instant due() {
        return confirmedAt.orElse(order().createdAt());
    }

    LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, rules.journal().zone());
    }
}
