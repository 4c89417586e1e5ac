package io.ledgerbridge.queue.figures;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.amounts.CountedRefund;
import io.ledgerbridge.posting.amounts.RecordedRefunds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What BigCommerce says of an order, in figures. */
public final class ReadFigures {

    /** The day is the books' own as soon as they have an entry of the order. */
    public static final String COLUMNS = "status = :status, currency = :currency, total = :total,"
            + " refunded = :refunded, aside = :aside, placed_on = :placed, listed_on = coalesce(accounting_date, :placed)";

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int DECIMALS = 4;

    private ReadFigures() {}

    /**
     * The values of {@link #COLUMNS}.
     *
     * @param zone the store's, in which the order was placed on a day
     */
    public static Map<String, Object> of(OrderReading reading, OrderHistory known, ZoneId zone) {
        Order order = reading.order();
        boolean hasCurrency = order.currencyCode() != null
                && CURRENCY.matcher(order.currencyCode()).matches();
        Map<String, Object> figures = new HashMap<>();
        figures.put("status", order.statusId());
        figures.put("currency", hasCurrency ? order.currencyCode() : null);
        figures.put("total", kept(Order.orZero(order.totalIncTax())));
        figures.put("refunded", kept(refunded(reading, known, zone)));
        figures.put("aside", kept(AsideFigure.of(reading, known.setAside())));
        figures.put("placed", LocalDate.ofInstant(order.createdAt(), zone));
        return figures;
    }

    /** BigCommerce's refunds as far as they were paid back, and those that people recorded here and no other replaced. */
    private static BigDecimal refunded(OrderReading reading, OrderHistory known, ZoneId zone) {
        OrderReading counted = new RecordedRefunds(known.recorded(), reading, Set.of()).counted(zone);
        return CountedRefund.of(counted).stream()
                .map(CountedRefund::totalAmount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal kept(BigDecimal amount) {
        return amount.setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
