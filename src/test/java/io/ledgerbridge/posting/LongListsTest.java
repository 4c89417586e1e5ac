package io.ledgerbridge.posting;

import static io.ledgerbridge.posting.Shop.card;
import static io.ledgerbridge.posting.Shop.refund;
import static io.ledgerbridge.posting.Shop.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.CpuTime;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.bigcommerce.details.ShippingAddress;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists that are as long as they are read, longer than any shop's. Splitting by them must not take a worker for minutes. */
class LongListsTest {

    /** Of what takes one or two: a split whose time grows with the square of the list takes a minute or more. */
    private static final Duration SECONDS = Duration.ofSeconds(20);

    private static final int MANY = 10_000;

    private final Settings settings = new Settings();
    private final Shop shop = new Shop();

    @Test
    void splitsTenThousandPayments() {
        settings.tenders = Lists.TENDERS;
        shop.product(1, "10000", "1.00", "0").totals("10000.00", "0.00");
        for (int id = 1; id <= MANY; id++) {
            shop.transaction(
                    id, "purchase", "credit_card", id % 2 == 0 ? "stripe" : "paypalexpress", "1.00", "ch_" + id);
        }
        Bookkeeping books = new Bookkeeping(settings);
        assertThat(worked(books))
                .containsExactly(
                        "BC250 2026-10-31: receivable Card 5000.00 · receivable PayPal 5000.00 · revenue -10000.00");
        shop.refund(refund(7, "10.00", "0.00", List.of(units(1, 10)), card("10.00")));
        assertThat(worked(books)).containsExactly("BC250-R7 2026-11-03: receivable Card -10.00 · revenue 10.00");
    }

    @Test
    void splitsTheRatesOfTenThousandProducts() {
        settings.taxes = Lists.TAXES;
        shop.country = "FR";
        for (int id = 1; id <= MANY; id++) {
            shop.product(id, "1", "1.00", "0").taxed(id, "20", "0.20");
        }
        shop.totals("12000.00", "2000.00");
        Bookkeeping books = new Bookkeeping(settings);
        assertThat(worked(books))
                .containsExactly(
                        "BC250 2026-10-31: receivable 12000.00 · revenue FR20 -10000.00 · sales-tax FR20 -2000.00");
        Refund.Item[] items = new Refund.Item[MANY / 2];
        for (int id = 1; id <= items.length; id++) {
            items[id - 1] = units(id, 1);
        }
        shop.refund(refund(7, "6000.00", "1000.00", List.of(items), card("6000.00")));
        assertThat(worked(books))
                .containsExactly(
                        "BC250-R7 2026-11-03: receivable -6000.00 · revenue FR20 5000.00 · sales-tax FR20 1000.00");
    }

    @Test
    void splitsTheShippingToTenThousandAddresses() {
        settings.taxes = Lists.TAXES;
        shop.country = "FR";
        for (int id = 1; id <= MANY; id++) {
            shop.addresses.add(new ShippingAddress(id, "FR", new BigDecimal("1.00"), BigDecimal.ZERO));
            shop.taxed("shipping", null, (long) id, "20", "TVA", "0.20");
        }
        shop.shipping = new BigDecimal("10000.00");
        shop.product(1, "1", "100.00", "0").taxed(1, "20", "20.00").totals("12120.00", "2020.00");
        assertThat(worked(new Bookkeeping(settings)))
                .containsExactly(
                        "BC250 2026-10-31: receivable 12120.00 · revenue FR20 -100.00 · shipping FR20 -10000.00"
                                + " · sales-tax FR20 -2020.00");
    }

    /** Each may be on the tax of all before it. */
    @Test
    void splitsFiftyRatesThatFollowEachOther() {
        settings.taxes = List.of(Lists.tax("FR", "1", null, "FR01", "445701"));
        shop.country = "FR";
        for (int priority = 1; priority <= 50; priority++) {
            shop.taxes.add(new OrderTax(
                    priority, 250L, null, "TVA", BigDecimal.ONE, priority, new BigDecimal("1.00"), "item", 1L));
        }
        shop.product(1, "1", "100.00", "0").totals("150.00", "50.00");
        assertThat(worked(new Bookkeeping(settings)))
                .containsExactly("BC250 2026-10-31: receivable 150.00 · revenue FR01 -100.00 · sales-tax FR01 -50.00");
    }

    private List<String> worked(Bookkeeping books) {
        return CpuTime.within(SECONDS, () -> Bookkeeping.shown(books.work(shop)));
    }
}
