package io.ledgerbridge.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The lives on which the laws are tried contain what the laws are about. */
class LifeTest {

    private static final int LIVES = 1000;
    private final List<Life> lives =
            LongStream.range(0, LIVES).mapToObj(Life::new).toList();

    @Test
    void theSameSeedGivesTheSameLife() {
        assertThat(new Life(42)).hasToString(new Life(42).toString());
        assertThat(new Life(42).moments).isEqualTo(new Life(42).moments);
    }

    @Test
    void oneInFiftyOrMoreContainsEachKindOfThing() {
        assertFrequent("a full refund", life -> life.moments.stream().anyMatch(Life.Moment::isFullyRefunded));
        assertFrequent("a cancellation", life -> life.moments.stream().anyMatch(Life.Moment::isVoid));
        assertFrequent("a restoration", LifeTest::isRestored);
        assertFrequent(
                "a move to another channel",
                reading(reading -> reading.order().channel().equals("2")));
        assertFrequent("a pending order", order(order -> order.statusId() == 7));
        assertFrequent("several refunds", reading(reading -> reading.refunds().size() > 1));
        assertFrequent(
                "a declined refund", refund(refund -> refund.payments().stream().anyMatch(Refund.Payment::declined)));
        assertFrequent("a refund without items", refund(refund -> refund.items().isEmpty()));
        assertFrequent("a refund of a whole-order amount", refund(refund -> lists(refund, "ORDER")));
        assertFrequent("a refund of a fee", refund(refund -> lists(refund, "FEE")));
        assertFrequent(
                "a refund with negative tax", refund(refund -> refund.totalTax().signum() < 0));
        assertFrequent("a discount", order(Order::isDiscounted));
        assertFrequent("a tax-inclusive store", order(Order::taxInclusive));
        assertFrequent("a fee", order(order -> !order.fees().isEmpty()));
        assertFrequent(
                "a gift certificate redeemed",
                order(order -> order.giftCertificateAmount().signum() > 0));
        assertFrequent("store credit", order(order -> order.storeCreditAmount().signum() > 0));
        assertFrequent(
                "a gift certificate sold",
                reading(reading -> reading.products().stream().anyMatch(OrderProduct::isGiftCertificate)));
        assertFrequent(
                "goods given away that cost something",
                reading(reading -> reading.products().stream().anyMatch(LifeTest::isGivenAway)));
        assertFrequent("yen", order(order -> order.currencyCode().equals("JPY")));
        assertFrequent("dinars", order(order -> order.currencyCode().equals("KWD")));
    }

    private void assertFrequent(String what, Predicate<Life> contains) {
        assertThat(lives.stream().filter(contains).count()).as(what).isGreaterThanOrEqualTo(LIVES / 50);
    }

    private static boolean isRestored(Life life) {
        boolean wasVoid = false;
        for (Life.Moment moment : life.moments) {
            if (wasVoid && !moment.isVoid()) {
                return true;
            }
            wasVoid = moment.isVoid() && moment.isWorked();
        }
        return false;
    }

    private static Predicate<Life> reading(Predicate<OrderReading> is) {
        return life -> life.moments.stream().map(Life.Moment::reading).anyMatch(is);
    }

    private static Predicate<Life> order(Predicate<Order> is) {
        return reading(reading -> is.test(reading.order()));
    }

    private static Predicate<Life> refund(Predicate<Refund> is) {
        return reading(reading -> reading.refunds().stream().anyMatch(is));
    }

    private static boolean isGivenAway(OrderProduct product) {
        return product.priceExTax().signum() == 0 && product.costPriceExTax().signum() > 0;
    }

    private static boolean lists(Refund refund, String itemType) {
        return refund.items().stream().anyMatch(item -> item.itemType().equals(itemType));
    }
}
