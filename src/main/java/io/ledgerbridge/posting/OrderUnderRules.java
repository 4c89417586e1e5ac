package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.posting.amounts.CancelledTenders;
import io.ledgerbridge.posting.amounts.CountedRefund;
import io.ledgerbridge.posting.amounts.Splits;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.ConfiguredAccounts;
import io.ledgerbridge.posting.rules.JournalSettings;
import io.ledgerbridge.posting.rules.Policies;
import io.ledgerbridge.posting.rules.PolicyHistory;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.Taxes;
import io.ledgerbridge.posting.rules.Tenders;
import io.ledgerbridge.posting.splits.ListedSplits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An order as its store's rules take it: whether and where the ledger should hold it, with which amounts and dates. What
 * the rules have no answer for throws {@link CannotPost}.
 *
 * @param confirmedAt when it was first confirmed; empty as long as it wasn't
 * @param beganAt when it began to be what its status says
 * @param held what the order's journals have lines for
 */
record OrderUnderRules(
        PostingRules rules, OrderReading reading, Optional<Instant> confirmedAt, Instant beganAt, Set<Purpose> held) {

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

    /** The same with no regard to ways of paying, whose sum is the same. */
    CancelledTenders cancelledByRole(LongPredicate isPosted) {
        return new CancelledTenders(reading, isOwed(), isPosted, Splits.NONE, limit());
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
    Splits splits(OrderReading other) {
        return isMapped() ? listed(other) : Splits.NONE;
    }

    ListedSplits listed(OrderReading other) {
        return new ListedSplits(
                other,
                tenders(),
                taxes(),
                confirmedAt.isPresent(),
                "ledger-bridge.stores.%s.channels.\"%s\"".formatted(rules.store(), order().channel()),
                limit());
    }

    Tenders tenders() {
        if (policies().at(due()).tenders().isEmpty()) {
            return Tenders.NONE;
        }
        Set<String> names = held(Purpose::tender);
        return new Tenders(earlier(Policies::tenders), channel().tenders(), names);
    }

    Taxes taxes() {
        if (policies().at(due()).taxes().isEmpty()) {
            return Taxes.NONE;
        }
        return new Taxes(earlier(Policies::taxes), channel().taxes(), held(Purpose::taxCode));
    }

    private <T> List<T> earlier(Function<Policies, T> rows) {
        List<T> versions = new ArrayList<>(policies().versions().stream()
                .map(version -> rows.apply(version.policies()))
                .toList());
        Collections.reverse(versions);
        return versions;
    }

    private Set<String> held(Function<Purpose, @Nullable String> which) {
        return held.stream()
                .flatMap(purpose -> Optional.ofNullable(which.apply(purpose)).stream())
                .collect(Collectors.toSet());
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
