package io.ledgerbridge.approvals;

import io.ledgerbridge.approvals.Approval.Kind;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.posting.amounts.RecordedRefund;
import io.ledgerbridge.queue.DocumentNumber;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.queue.RefundRecord;
import io.ledgerbridge.queue.RefundRecords;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Refunds that BigCommerce has no record of: one person asks to have one recorded, or removed again. */
@Service
public class RefundRequests {

    private final ApprovalRows rows;
    private final RefundRecords refunds;
    private final DueOrders orders;
    private final OrderStates states;
    private final NewApprovals approvals;
    private final Words words;

    RefundRequests(
            ApprovalRows rows,
            RefundRecords refunds,
            DueOrders orders,
            OrderStates states,
            NewApprovals approvals,
            Words words) {
        this.rows = rows;
        this.refunds = refunds;
        this.orders = orders;
        this.states = states;
        this.approvals = approvals;
        this.words = words;
    }

    /**
     * Asks to have a refund recorded.
     *
     * @return the number of what is to be decided
     * @throws Refused where nothing is known of the order, it is finer than the order's currency, or a refund with this
     *     document is there already
     */
    @Transactional
    public long askToRecord(String store, long order, RefundRequest refund, String by) {
        lock(store, order);
        RefundRequest checked = checked(store, order, refund);
        boolean isRecorded = refunds.entered(store, order).stream()
                .anyMatch(one -> DocumentNumber.isSame(one.document(), refund.document()));
        boolean isAsked = waiting(store, order, Kind.RECORD_REFUND)
                .anyMatch(one -> DocumentNumber.isSame(one.document(), refund.document()));
        if (isRecorded || isAsked) {
            throw new Refused(
                    Refused.Kind.CONFLICT,
                    "A refund with document %s is %s for order %d"
                            .formatted(refund.document(), isRecorded ? "recorded" : "waiting to be confirmed", order));
        }
        return ask(Kind.RECORD_REFUND, store, order, checked, by);
    }

    /**
     * What would be asked for.
     *
     * @throws Refused where it is finer than the order's currency
     */
    @Transactional(readOnly = true)
    public RefundRequest checked(String store, long order, RefundRequest refund) {
        String currency = states.currencies(store, List.of(order)).get(order);
        checkDecimals("amount", refund.amount(), currency);
        checkDecimals("tax", refund.tax(), currency);
        return refund.after(orders.lastRefund(store, order));
    }

    /** As plans would have it once it is recorded; its number may be a higher one by then. */
    @Transactional(readOnly = true)
    public RecordedRefund asRecorded(String store, long order, RefundRequest refund) {
        int last = refunds.of(store, order).stream()
                .mapToInt(RecordedRefund::number)
                .max()
                .orElse(0);
        return new RecordedRefund(
                last + 1, refund.amount(), refund.tax(), refund.tender(), refund.date(), refund.after());
    }

    /**
     * Asks to have a recorded refund count no more.
     *
     * @param number 1 for M1
     * @return the number of what is to be decided
     * @throws Refused where there is none, or somebody asked already
     */
    @Transactional
    public long askToRemove(String store, long order, int number, String why, String by) {
        lock(store, order);
        RefundRecord there = refunds.entered(store, order).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new Refused(
                        Refused.Kind.UNKNOWN, "Order %d has no recorded refund M%d".formatted(order, number)));
        boolean isAsked = waiting(store, order, Kind.REMOVE_REFUND).anyMatch(one -> one.removed() == number);
        if (isAsked) {
            throw new Refused(
                    Refused.Kind.CONFLICT,
                    "That M%d of order %d be removed is waiting to be confirmed".formatted(number, order));
        }
        RefundRequest request = new RefundRequest(
                number, there.amount(), there.tax(), there.tender(), there.date(), there.document(), why, 0);
        return ask(Kind.REMOVE_REFUND, store, order, request, by);
    }

    /** An entry holds whole units of its currency alone; of one that isn't known yet, as of most, hundredths. */
    private static void checkDecimals(String name, BigDecimal amount, @Nullable String currency) {
        String its = currency == null ? "a currency that wasn't read yet" : currency;
        if (Money.isFiner(amount, String.valueOf(currency))) {
            throw new Refused(
                    Refused.Kind.INVALID,
                    "%s, %s, is finer than %s, which has %d decimals"
                            .formatted(name, amount.toPlainString(), its, Money.decimals(String.valueOf(currency))));
        }
    }

    private long ask(Kind kind, String store, long order, RefundRequest asked, String by) {
        return approvals.ask(kind, store, order, asked.kept(words), by);
    }

    private Stream<RefundRequest> waiting(String store, long order, Kind kind) {
        return rows.waiting(store, order).stream()
                .filter(one -> one.kind() == kind)
                .map(Approval::request)
                .filter(RefundRequest.class::isInstance)
                .map(RefundRequest.class::cast);
    }

    private void lock(String store, long order) {
        if (!orders.lock(store, order)) {
            throw new Refused(Refused.Kind.UNKNOWN, "Nothing is known of order %d of store %s".formatted(order, store));
        }
    }
}
