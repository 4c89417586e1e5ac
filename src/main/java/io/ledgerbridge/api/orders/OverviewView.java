package io.ledgerbridge.api.orders;

import io.ledgerbridge.orders.AmountText;
import io.ledgerbridge.orders.overview.Cause;
import io.ledgerbridge.orders.overview.OrderTotals;
import io.ledgerbridge.orders.overview.Outlook;
import io.ledgerbridge.orders.overview.Overview;
import io.ledgerbridge.orders.overview.Pace;
import io.ledgerbridge.orders.overview.Stop;
import io.ledgerbridge.orders.overview.Waiting;
import io.ledgerbridge.queue.figures.NotInLedger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How all orders stand, as answers show it; see {@link Overview}.
 *
 * @param eta when those under way are done; null where there are none, or it can't be told
 * @param oldest the order under way that waits longest; null where there is none
 * @param unreadable deliveries and rows of lists that can't be read
 * @param outlook why: caught-up, by-then, growing, stopped, unknown
 */
record OverviewView(
        OrderTotals totals,
        String verdict,
        String sentence,
        Pace pace,
        @Nullable Instant eta,
        String outlook,
        List<Outlook.X3Limit> limits,
        @Nullable Waiting oldest,
        List<CauseView> causes,
        long unreadable,
        List<StopView> stopped,
        Map<String, Instant> lookedAt,
        Instant readAt) {

    static OverviewView of(Overview overview, String sentence) {
        return new OverviewView(
                overview.totals(),
                label(overview.verdict()),
                sentence,
                overview.pace(),
                overview.outlook().at(),
                label(overview.outlook().kind()),
                overview.outlook().limits(),
                overview.oldest(),
                overview.causes().stream().map(CauseView::of).toList(),
                overview.unreadable(),
                overview.stops().stream().map(StopView::of).toList(),
                overview.lookedAt(),
                overview.readAt());
    }

    /** Why orders need a person. */
    record CauseView(String reason, long orders, List<MissingView> amounts) {
        static CauseView of(Cause cause) {
            return new CauseView(
                    cause.reason(),
                    cause.orders(),
                    cause.amounts().stream().map(MissingView::of).toList());
        }
    }

    /** What isn't in the ledger because of it, as a text; null where none was read. */
    record MissingView(
            @Nullable String currency,
            long orders,
            long notRead,
            @Nullable String amount) {
        static MissingView of(NotInLedger missing) {
            boolean isUnknown = missing.notRead() == missing.orders();
            String amount = isUnknown ? null : AmountText.of(missing.amount(), missing.currency());
            return new MissingView(missing.currency(), missing.orders(), missing.notRead(), amount);
        }
    }

    /** What keeps a store's orders from being known or worked. */
    record StopView(
            String store,
            String what,
            Instant since,
            @Nullable Instant nextTry,
            @Nullable String words) {
        static StopView of(Stop stop) {
            return new StopView(stop.store(), label(stop.kind()), stop.since(), stop.nextTry(), stop.words());
        }
    }

    private static String label(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
