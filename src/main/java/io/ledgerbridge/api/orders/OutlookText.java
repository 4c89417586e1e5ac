package io.ledgerbridge.api.orders;

import io.ledgerbridge.orders.overview.Outlook;
import io.ledgerbridge.orders.overview.Overview;
import io.ledgerbridge.orders.overview.Pace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.stream.Collectors;

/** When the orders under way are done, as it follows what is said of them. */
record OutlookText(Overview overview, ZoneId zone) {

    String text() {
        Outlook outlook = overview.outlook();
        return switch (outlook.kind()) {
            case BY_THEN ->
                outlook.at() == null
                        ? ""
                        : ", caught up at " + new WallClock(zone).text(outlook.at(), overview.readAt());
            case GROWING ->
                ", and at this pace it doesn't catch up in store %s: %s a minute come, %s go%s"
                        .formatted(
                                outlook.store(),
                                aMinute(pace(outlook).came(), pace(outlook)),
                                aMinute(pace(outlook).settled(), pace(outlook)),
                                limits(outlook));
            case CAUGHT_UP, STOPPED, UNKNOWN -> "";
        };
    }

    private String limits(Outlook outlook) {
        return outlook.limits().stream()
                .map(limit ->
                        "; Sage X3's limit of %d calls is reached in store %s".formatted(limit.calls(), limit.store()))
                .collect(Collectors.joining());
    }

    /** Whole ones, and tenths of less than ten. */
    private static String aMinute(long orders, Pace pace) {
        BigDecimal each =
                BigDecimal.valueOf(orders).divide(BigDecimal.valueOf(pace.minutes()), 1, RoundingMode.HALF_UP);
        return (each.compareTo(BigDecimal.TEN) < 0 ? each : each.setScale(0, RoundingMode.HALF_UP)).toPlainString();
    }

    private Pace pace(Outlook outlook) {
        return outlook.pace() == null ? overview.pace() : outlook.pace();
    }
}
