package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.details.CustomerGroup;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.RefundId;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.rules.Channel;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Nothing of an order is posted until a person has done what its reason says. */
public final class CannotPost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ParkReason reason;

    /**
     * For a reason of its own.
     *
     * @param detail the figures
     * @param remedy what a person can do
     */
    public CannotPost(ParkCode code, String detail, String remedy) {
        super(code.label() + ": " + detail);
        this.reason = new ParkReason(code, detail, remedy);
    }

    ParkReason reason() {
        return reason;
    }

    /** The same of a refund that is posted; one that was recorded here can be removed. */
    CannotPost ofPosted(long refund) {
        if (RefundId.isRecorded(refund)) {
            return this;
        }
        return new CannotPost(
                reason.parks(),
                reason.detail(),
                ("Refund %s is posted, and stays as it is. See what changed since: correct it in BigCommerce and work the order again,"
                                + " or enter the difference by hand in Sage X3 and set the order aside as by-hand.")
                        .formatted(RefundId.name(refund)));
    }

    static CannotPost unmappedChannel(String store, String channel) {
        return new CannotPost(
                ParkCode.UNMAPPED_CHANNEL,
                "channel %s of store %s has no accounts".formatted(channel, store),
                "Name the channel and its accounts under ledger-bridge.stores.%s.channels.\"%s\", then work the order again."
                        .formatted(store, channel));
    }

    public static CannotPost missingAccount(String store, Channel channel, Role role) {
        return new CannotPost(
                ParkCode.MISSING_ACCOUNT,
                "channel %s (%s) has no account for %s".formatted(channel.id(), channel.name(), role.label()),
                "Set ledger-bridge.stores.%s.channels.\"%s\".accounts.%s, then work the order again."
                        .formatted(store, channel.id(), Channel.setting(role)));
    }

    public static CannotPost unknownCustomer(
            String store, Channel channel, @Nullable CustomerGroup group, String account) {
        return new CannotPost(
                ParkCode.UNKNOWN_CUSTOMER,
                "account %s takes its business partner by customer group, and %s"
                        .formatted(
                                account,
                                group == null
                                        ? "the customer has none"
                                        : "channel %s has no partner for %s".formatted(channel.id(), group.name())),
                ("Give the customer a group in BigCommerce, or add the group to"
                                + " ledger-bridge.stores.%s.channels.\"%s\".customers, then work the order again.")
                        .formatted(store, channel.id()));
    }

    /** One reason of several: the first one's, with the figures and the remedies of all. */
    static ParkReason together(Collection<CannotPost> refusals) {
        return joined(refusals.stream().map(CannotPost::reason).toList());
    }

    /** Likewise. */
    static ParkReason joined(List<ParkReason> reasons) {
        return new ParkReason(
                reasons.get(0).parks(),
                joined(reasons, ParkReason::detail, "; "),
                joined(reasons, ParkReason::remedy, " "));
    }

    private static String joined(List<ParkReason> reasons, Function<ParkReason, String> part, String between) {
        return reasons.stream().map(part).distinct().collect(Collectors.joining(between));
    }

    static CannotPost refundedWithoutRefund(Order order) {
        return new CannotPost(
                ParkCode.REFUNDED_WITHOUT_REFUND,
                "the order's status says that money was given back (status %d), and BigCommerce has no refund on record"
                        .formatted(order.statusId()),
                "Record the refund (POST …/orders/%d/refunds), which a second person confirms. Or give it back in BigCommerce, or enter it by hand in Sage X3 and set the order aside."
                        .formatted(order.id()));
    }

    static CannotPost changedSinceSetAside(long refund, String then, String now) {
        return new CannotPost(
                ParkCode.CHANGED_SINCE_SET_ASIDE,
                "refund %d, booked by hand, gave back %s when it was set aside, and gives back %s now"
                        .formatted(refund, then, now),
                "Correct in Sage X3 what was entered by hand, then set refund %d aside again.".formatted(refund));
    }

    static CannotPost unknownCurrency(Order order) {
        return new CannotPost(
                ParkCode.UNKNOWN_CURRENCY,
                "default_currency_code '%s' is no currency of ISO 4217".formatted(order.currencyCode()),
                "Correct the order's currency in BigCommerce and work it again, or enter the order by hand in Sage X3 and set it aside as by-hand.");
    }

    static CannotPost unknownStatus(Order order) {
        return new CannotPost(
                ParkCode.UNKNOWN_STATUS,
                "status_id %d is none that BigCommerce documents".formatted(order.statusId()),
                "Give the order one of BigCommerce's statuses 0 to 14, then work it again.");
    }

    public static CannotPost referenceTooLong(String reference) {
        return new CannotPost(
                ParkCode.REFERENCE_TOO_LONG,
                "reference %s has %d characters; Sage X3 takes %d"
                        .formatted(reference, reference.length(), JournalEntry.LONGEST_REFERENCE),
                "Enter it by hand in Sage X3 and set the order aside as by-hand; a shorter journal.prefix helps those that come.");
    }
}
