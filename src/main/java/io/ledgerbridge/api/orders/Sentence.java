package io.ledgerbridge.api.orders;

import io.ledgerbridge.orders.overview.OrderTotals;
import io.ledgerbridge.orders.overview.Overview;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in English whether everything is in the ledger. */
record Sentence(Overview overview, Days days, ZoneId zone) {

    String text() {
        StopText stops = new StopText(zone, overview.readAt());
        return switch (overview.verdict()) {
            case NONE_YET -> "No orders%s yet.%s".formatted(days.text(), stops.after(overview.stops()));
            case YES -> "Yes. %s settled.%s".formatted(all(), stops.after(overview.stops()));
            case ALMOST -> "Almost: %s.%s".formatted(onTheWay(), stops.after(overview.stops()));
            case NO -> "No: %s%s.%s".formatted(notYet(), String.join(", ", open()), stops.after(overview.stops()));
            case CANT_SAY -> "Can't say: %s".formatted(stops.of(overview.stops()));
        };
    }

    /** Nothing where all that is known is settled. */
    private String notYet() {
        return totals().notYet() == 0
                ? ""
                : "%s of %s orders%s %s not yet. "
                        .formatted(
                                number(totals().notYet()),
                                number(totals().known()),
                                days.text(),
                                totals().notYet() == 1 ? "is" : "are");
    }

    private List<String> open() {
        List<String> open = new ArrayList<>();
        if (totals().needYou() > 0) {
            String need = count(totals().needYou(), "needs", "need");
            open.add("%s you%s".formatted(need, new MissingText(overview.causes()).text()));
        }
        if (totals().onTheWay() > 0) {
            open.add(onTheWay());
        }
        if (overview.unreadable() > 0) {
            String cannot = count(overview.unreadable(), "delivery or row", "deliveries or rows");
            open.add(cannot + " of a list can't be read, so an order may be missing");
        }
        return open;
    }

    private String onTheWay() {
        return count(totals().onTheWay(), "is", "are") + " on the way" + new OutlookText(overview, zone).text();
    }

    private String all() {
        return totals().known() == 1
                ? "The one order%s is".formatted(days.text())
                : "All %s orders%s are".formatted(number(totals().known()), days.text());
    }

    private OrderTotals totals() {
        return overview.totals();
    }

    private static String count(long orders, String one, String more) {
        return number(orders) + " " + (orders == 1 ? one : more);
    }

    private static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
