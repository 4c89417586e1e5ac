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
        return switch (overview.verdict()) {
            case NONE_YET -> "No orders%s yet.".formatted(days.text());
            case YES -> "Yes. %s settled.".formatted(all());
            case ALMOST -> "Almost: %s.".formatted(onTheWay());
            case NO ->
                "No: %s of %s orders%s %s not yet. %s."
                        .formatted(
                                number(totals().notYet()),
                                number(totals().known()),
                                days.text(),
                                totals().notYet() == 1 ? "is" : "are",
                                String.join(", ", open()));
            case CANT_SAY -> "Can't say: %s".formatted(new StopText(zone, overview.readAt()).of(overview.stops()));
        };
    }

    private List<String> open() {
        List<String> open = new ArrayList<>();
        open.add("%s you%s"
                .formatted(count(totals().needYou(), "needs", "need"), new MissingText(overview.causes()).text()));
        if (totals().onTheWay() > 0) {
            open.add(onTheWay());
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
