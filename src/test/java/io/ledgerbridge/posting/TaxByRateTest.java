package io.ledgerbridge.posting;

import static io.ledgerbridge.posting.Shop.amount;
import static io.ledgerbridge.posting.Shop.card;
import static io.ledgerbridge.posting.Shop.refund;
import static io.ledgerbridge.posting.Shop.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.OrderFee;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.bigcommerce.details.ShippingAddress;
import io.ledgerbridge.faults.ParkReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sale by tax code (accounting rules, "Tax by rate"). */
class TaxByRateTest {

    private final Settings settings = new Settings();

    @BeforeEach
    void withTaxes() {
        settings.taxes = Lists.TAXES;
    }

    @Test
    void splitsAnOrderWithoutTaxInItsPrices() {
        Shop shop = net().taxed(1, "20", "20.00").taxed(2, "5.5", "2.20");
        assertThat(entered(shop.totals("162.20", "22.20")))
                .containsExactly("BC250 2026-10-31: receivable 162.20 · revenue FR055 -40.00 · revenue FR20 -100.00"
                        + " · sales-tax FR055 -2.20 · sales-tax FR20 -20.00");
    }

    @Test
    void putsTaxOnTheRowsOwnAccountOrThatOfSalesTax() {
        Bookkeeping books = new Bookkeeping(settings);
        books.work(net().taxed(1, "20", "20.00").taxed(2, "5.5", "2.20").totals("162.20", "22.20"));
        assertThat(books.byAccount())
                .containsEntry("USD 445711", new BigDecimal("-2E+1"))
                .containsEntry("USD 445712", new BigDecimal("-2.2"));
        assertThat(books.journals.get(0).lines())
                .filteredOn(line -> line.account().equals("707000"))
                .extracting(line -> line.taxCode() + " " + line.amount().amount())
                .containsExactly("FR055 -40.00", "FR20 -100.00");
    }

    @Test
    void goesByTheCountryOfDelivery() {
        Shop shop = new Shop().product(1, "1", "100.00", "0").totals("119.00", "19.00");
        shop.country = "FR";
        shop.addresses.add(new ShippingAddress(39, "DE", BigDecimal.ZERO, BigDecimal.ZERO));
        shop.taxed("item", 1L, 39L, "19.0000", "MwSt", "19.00");
        assertThat(entered(shop))
                .containsExactly("BC250 2026-10-31: receivable 119.00 · revenue DE19 -100.00 · sales-tax DE19 -19.00");
    }

    @Test
    void splitsShippingByAddress() {
        Shop shop = net();
        shop.products.clear();
        shop.subtotal = BigDecimal.ZERO;
        shop.product(1, "1", "100.00", "0").product(2, "1", "40.00", "0");
        shop.shipping = new BigDecimal("15.00");
        shop.addresses.add(new ShippingAddress(1, "FR", new BigDecimal("10.00"), BigDecimal.ZERO));
        shop.addresses.add(new ShippingAddress(2, "DE", new BigDecimal("5.00"), BigDecimal.ZERO));
        shop.taxed("item", 1L, 1L, "20", "TVA", "20.00")
                .taxed("item", 2L, 2L, "19", "MwSt", "7.60")
                .taxed("shipping", null, 1L, "20", "TVA", "2.00")
                .taxed("shipping", null, 2L, "19", "MwSt", "0.95");
        assertThat(entered(shop.totals("185.55", "30.55")))
                .containsExactly(
                        "BC250 2026-10-31: receivable 185.55 · revenue DE19 -40.00 · revenue FR20 -100.00"
                                + " · shipping DE19 -5.00 · shipping FR20 -10.00 · sales-tax DE19 -8.55 · sales-tax FR20 -22.00");
    }

    @Test
    void takesAnAmericanJurisdictionByItsName() {
        Shop shop = new Shop().product(1, "1", "100.00", "0").totals("108.25", "8.25");
        shop.taxed("item", 1L, null, "6.25", "Texas", "6.25").taxed("item", 1L, null, "2", "Texas", "2.00");
        assertThat(entered(shop))
                .containsExactly("BC250 2026-10-31: receivable 108.25 · revenue USTX -100.00 · sales-tax USTX -8.25");
        Shop stranger = new Shop().product(1, "1", "100.00", "0").totals("104.00", "4.00");
        assertThat(parked(stranger.taxed("item", 1L, null, "4", "Utah", "4.00")).detail())
                .isEqualTo(
                        "no row of ledger-bridge.stores.us.channels.\"1\".tax has a code for 4 % \"Utah\" in US on product 1");
    }

    @Test
    void takesTheTaxOffARefundedChargeAtItsOwnRate() {
        Shop shop = WorkedExamplesTest.french();
        shop.shippingIncTax = new BigDecimal("6.0000");
        Bookkeeping books = new Bookkeeping(settings);
        books.work(shop);
        shop.refund(refund(7, "24.10", "1.60", List.of(units(2, 1), amount("SHIPPING", 1, "3.00")), card("24.10")));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-R7 2026-11-03: receivable -24.10 · revenue FR055 20.00 · shipping FR20 2.50"
                        + " · sales-tax FR055 1.10 · sales-tax FR20 0.50");
    }

    @Test
    void takesAnExportAtZero() {
        Shop shop = new Shop().product(1, "1", "100.00", "0").totals("100.00", "0.00");
        shop.country = "CH";
        assertThat(entered(shop)).containsExactly("BC250 2026-10-31: receivable 100.00 · revenue EXP0 -100.00");
        shop.taxed("item", 1L, null, "0.0000", "Export", "0.0000");
        assertThat(entered(shop)).containsExactly("BC250 2026-10-31: receivable 100.00 · revenue EXP0 -100.00");
    }

    @Test
    void leavesGiftCertificatesWithoutACode() {
        Shop shop = new Shop().product("giftcertificate", 1, "1", "50.00", "0").product(2, "1", "100.00", "0");
        shop.country = "FR";
        assertThat(entered(shop.taxed(2, "20", "20.00").totals("170.00", "20.00")))
                .containsExactly(
                        "BC250 2026-10-31: receivable 170.00 · revenue FR20 -100.00 · gift-certificates-sold -50.00"
                                + " · sales-tax FR20 -20.00");
    }

    @Test
    void goesByTheDiscountThatEachProductCarries() {
        Shop shop = new Shop();
        shop.country = "FR";
        shop.product(1, "1", "100.00", "0").carrying("10.00", "0").product(2, "1", "40.00", "0");
        shop.coupon = new BigDecimal("10.00");
        assertThat(entered(shop.taxed(1, "20", "18.00").taxed(2, "5.5", "2.20").totals("150.20", "20.20")))
                .containsExactly("BC250 2026-10-31: receivable 150.20 · discounts FR20 10.00 · revenue FR055 -40.00"
                        + " · revenue FR20 -100.00 · sales-tax FR055 -2.20 · sales-tax FR20 -18.00");
    }

    @Test
    void seesThatADiscountWasOnShipping() {
        Shop shop = net();
        shop.shipping = new BigDecimal("8.00");
        shop.discount = new BigDecimal("8.00");
        shop.taxed(1, "20", "20.00").taxed(2, "5.5", "2.20").taxed("shipping", null, null, "20", "VAT", "0.00");
        assertThat(entered(shop.totals("162.20", "22.20")))
                .containsExactly(
                        "BC250 2026-10-31: receivable 162.20 · discounts FR20 8.00 · revenue FR055 -40.00"
                                + " · revenue FR20 -100.00 · shipping FR20 -8.00 · sales-tax FR055 -2.20 · sales-tax FR20 -20.00");
    }

    @Test
    void takesTheDiscountOffRevenueByCodeWithoutItsAccount() {
        settings.accounts.remove("discounts");
        assertThat(entered(WorkedExamplesTest.frenchWithCoupon()))
                .containsExactly("BC250 2026-10-31: receivable 132.99 · revenue FR055 -18.00 · revenue FR20 -90.00"
                        + " · shipping FR20 -5.00 · sales-tax FR055 -0.99 · sales-tax FR20 -19.00");
    }

    @Test
    void parksTaxThatIsNotWhatTheRateMakes() {
        Shop shop = net().taxed(1, "20", "20.00").taxed(2, "5.5", "3.20");
        assertThat(parked(shop.totals("163.20", "23.20")))
                .extracting(ParkReason::code, ParkReason::detail)
                .containsExactly(
                        "tax-differs",
                        "tax code FR055: base by rate makes USD 2.20, BigCommerce charged USD 3.20; USD 0.05 may differ");
    }

    @Test
    void parksTaxesThatAreNotTheTotal() {
        Shop shop = net().taxed(1, "20", "20.00").taxed(2, "5.5", "2.20");
        assertThat(parked(shop.totals("164.20", "24.20")))
                .extracting(ParkReason::code, ParkReason::detail)
                .containsExactly(
                        "tax-differs",
                        "the order's taxes by rate sum to USD 22.20, total_tax is USD 24.20; USD 0.10 may differ");
        assertThat(parked(net().totals("162.20", "22.20")).detail())
                .isEqualTo("BigCommerce names no rate for the order's tax of USD 22.20");
    }

    @Test
    void givesCentsToTheLargestTax() {
        Shop shop = net().taxed(1, "20", "20.004").taxed(2, "5.5", "2.196");
        assertThat(entered(shop.totals("162.21", "22.21")))
                .containsExactly("BC250 2026-10-31: receivable 162.21 · revenue FR055 -40.00 · revenue FR20 -100.00"
                        + " · sales-tax FR055 -2.20 · sales-tax FR20 -20.01");
    }

    @Test
    void takesTheTaxOfAFeeThatNoRateNames() {
        Shop shop = net().taxed(1, "20", "20.00").taxed(2, "5.5", "2.20");
        shop.fees.add(new OrderFee(1, "custom_fee", new BigDecimal("10.00"), new BigDecimal("2.00")));
        assertThat(entered(shop.totals("174.20", "24.20")))
                .containsExactly("BC250 2026-10-31: receivable 174.20 · revenue FR055 -40.00 · revenue FR20 -100.00"
                        + " · fees FR20 -10.00 · sales-tax FR055 -2.20 · sales-tax FR20 -22.00");
    }

    @Test
    void takesAFeeWithoutTaxAtZero() {
        Shop shop = net().taxed(1, "20", "20.00").taxed(2, "5.5", "2.20");
        shop.fees.add(new OrderFee(1, "custom_fee", new BigDecimal("10.00"), BigDecimal.ZERO));
        assertThat(entered(shop.totals("172.20", "22.20")))
                .containsExactly("BC250 2026-10-31: receivable 172.20 · revenue FR055 -40.00 · revenue FR20 -100.00"
                        + " · fees EXP0 -10.00 · sales-tax FR055 -2.20 · sales-tax FR20 -20.00");
    }

    @Test
    void takesCompoundTaxes() {
        settings.taxes =
                List.of(Lists.tax("CA", "5", null, "GST", "445731"), Lists.tax("CA", "9.975", null, "QST", "445732"));
        Shop shop = new Shop().product(1, "1", "100.00", "0").totals("115.47", "15.47");
        shop.country = "CA";
        shop.taxes.add(new OrderTax(1, 250L, null, "GST", new BigDecimal("5"), 0, new BigDecimal("5.00"), "item", 1L));
        shop.taxes.add(
                new OrderTax(2, 250L, null, "QST", new BigDecimal("9.975"), 1, new BigDecimal("10.47"), "item", 1L));
        assertThat(entered(shop))
                .containsExactly("BC250 2026-10-31: receivable 115.47 · revenue QST -100.00 · sales-tax GST -5.00"
                        + " · sales-tax QST -10.47");
    }

    @Test
    void splitsARefundByItsProductsCodesAndTheLastTakesEachCodesRemainder() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = WorkedExamplesTest.frenchWithCoupon();
        books.work(shop);
        shop.refund(refund(7, "18.99", "0.99", List.of(units(2, 1)), card("18.99")));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-R7 2026-11-03: receivable -18.99 · discounts FR055 -2.00 · revenue FR055 20.00"
                        + " · sales-tax FR055 0.99");
        shop.refund(refund(8, "114.00", "19.00", List.of(units(1, 1), amount("SHIPPING", 1, "5.00")), card("114.00")));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-R8 2026-11-03: receivable -114.00 · discounts FR20 -10.00 · revenue FR20 100.00"
                        + " · shipping FR20 5.00 · sales-tax FR20 19.00");
        assertThat(books.byAccount()).isEmpty();
    }

    @Test
    void splitsTheTaxOfARefundOfBothRatesByWhatEachCharges() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = new Shop();
        shop.country = "FR";
        shop.product(1, "2", "100.00", "0").product(2, "2", "40.00", "0");
        shop.taxed(1, "20", "40.00").taxed(2, "5.5", "4.40").totals("324.40", "44.40");
        books.work(shop);
        shop.refund(refund(7, "162.20", "22.20", List.of(units(1, 1), units(2, 1)), card("162.20")));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-R7 2026-11-03: receivable -162.20 · revenue FR055 40.00 · revenue FR20 100.00"
                        + " · sales-tax FR055 2.20 · sales-tax FR20 20.00");
    }

    @Test
    void splitsAnAmountWithoutItemsByWhatWasSold() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = net().taxed(1, "20", "20.00").taxed(2, "5.5", "2.20").totals("162.20", "22.20");
        books.work(shop);
        shop.refund(refund(7, "14.00", "0.00", List.of(amount("ORDER", 1, "14.00")), card("14.00")));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-R7 2026-11-03: receivable -14.00 · revenue FR055 4.00 · revenue FR20 10.00");
    }

    @Test
    void keepsTheTaxThatWasNotRefundedOnItsCode() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = net().taxed(1, "20", "20.00").taxed(2, "5.5", "2.20").totals("162.20", "22.20");
        books.work(shop);
        shop.refund(refund(7, "162.20", "0.00", List.of(amount("ORDER", 1, "162.20")), card("162.20")));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-R7 2026-11-03: receivable -162.20 · revenue FR055 42.20 · revenue FR20 120.00");
    }

    @Test
    void takesACancelledOrderBackByCode() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = WorkedExamplesTest.frenchWithCoupon();
        books.work(shop);
        shop.refund(refund(7, "18.99", "0.99", List.of(units(2, 1)), card("18.99")));
        books.work(shop);
        shop.status = 5;
        assertThat(Bookkeeping.shown(books.work(shop)).get(0))
                .contains("discounts FR20 -10.00 · revenue FR20 100.00 · shipping FR20 5.00 · sales-tax FR20 19.00");
        assertThat(books.byAccount()).isEmpty();
    }

    @Test
    void anEditThatMovesAProductToAnotherRateMovesItsLines() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = net().taxed(1, "20", "20.00").taxed(2, "5.5", "2.20").totals("162.20", "22.20");
        books.work(shop);
        shop.taxes = new ArrayList<>();
        shop.modified = Instant.parse("2026-11-04T12:00:00Z");
        shop.taxed(1, "20", "20.00").taxed(2, "20", "8.00").totals("168.00", "28.00");
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-A1 2026-11-04: receivable 5.80 · revenue FR055 40.00 · revenue FR20 -40.00"
                        + " · sales-tax FR055 2.20 · sales-tax FR20 -8.00");
    }

    @Test
    void aRefundBookedByHandCountsByItsProductsCode() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = WorkedExamplesTest.french();
        books.work(shop);
        Refund book = refund(7, "21.10", "1.10", List.of(units(2, 1)), card("21.10"));
        shop.refund(book);
        books.setAside(7);
        assertThat(books.work(shop).journals()).isEmpty();
        shop.refund(refund(8, "126.00", "21.00", List.of(units(1, 1), amount("SHIPPING", 1, "5.00")), card("126.00")));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-R8 2026-11-03: receivable -126.00 · revenue FR20 100.00 · shipping FR20 5.00"
                        + " · sales-tax FR20 21.00");
    }

    @Test
    void givesBackTheTaxOfTwoCodesOnOneItemByTheirRates() {
        settings.taxes =
                List.of(Lists.tax("US", "6", null, "CAST", "445741"), Lists.tax("US", "2.25", null, "CACT", "445742"));
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = new Shop().product(1, "2", "100.00", "0").totals("216.50", "16.50");
        shop.taxed("item", 1L, null, "6", "State", "12.00").taxed("item", 1L, null, "2.25", "County", "4.50");
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250 2026-10-31: receivable 216.50 · revenue CAST -200.00 · sales-tax CACT -4.50"
                        + " · sales-tax CAST -12.00");
        shop.refund(refund(7, "108.25", "8.25", List.of(units(1, 1)), card("108.25")));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-R7 2026-11-03: receivable -108.25 · revenue CAST 100.00 · sales-tax CACT 2.25"
                        + " · sales-tax CAST 6.00");
        shop.refund(refund(8, "108.25", "8.25", List.of(units(1, 1)), card("108.25")));
        books.work(shop);
        assertThat(books.byAccount()).isEmpty();
    }

    @Test
    void theLastRefundClearsEachTaxAccountAfterGoodwill() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = WorkedExamplesTest.french();
        books.work(shop);
        shop.refund(refund(7, "50.00", "0.00", List.of(amount("ORDER", 1, "50.00")), card("50.00")));
        books.work(shop);
        shop.refund(refund(8, "97.10", "22.10", List.of(), card("97.10")));
        books.work(shop);
        assertThat(books.byAccount()).isEmpty();
    }

    @Test
    void keepsARestockingFeeOnTheRefundedItemsCode() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = WorkedExamplesTest.french();
        books.work(shop);
        shop.refund(refund(7, "108.00", "18.00", List.of(units(1, 1)), card("108.00")));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-R7 2026-11-03: receivable -108.00 · revenue FR20 90.00 · sales-tax FR20 18.00");
    }

    @Test
    void goesByTheProductsAddressWhereTheRateNamesNone() {
        settings.taxes =
                List.of(Lists.tax("FR", "20", null, "FR20", "445711"), Lists.tax("AT", "20", null, "AT20", "445750"));
        Shop shop = new Shop();
        shop.country = "FR";
        shop.product(1, "1", "100.00", "0").product(2, "1", "50.00", "0");
        shop.at(1, 11).at(2, 12);
        shop.addresses.add(new ShippingAddress(11, "FR", BigDecimal.ZERO, BigDecimal.ZERO));
        shop.addresses.add(new ShippingAddress(12, "AT", BigDecimal.ZERO, BigDecimal.ZERO));
        assertThat(entered(shop.taxed(1, "20", "20.00").taxed(2, "20", "10.00").totals("180.00", "30.00")))
                .containsExactly("BC250 2026-10-31: receivable 180.00 · revenue AT20 -50.00 · revenue FR20 -100.00"
                        + " · sales-tax AT20 -10.00 · sales-tax FR20 -20.00");
    }

    @Test
    void countsARateThatIsToldOnEachProductOfAChargeOnce() {
        Shop shop = net().taxed(1, "20", "20.00").taxed(2, "5.5", "2.20");
        shop.handling = new BigDecimal("5.00");
        shop.taxed("handling", 1L, null, "20", "VAT", "0.50").taxed("handling", 2L, null, "20", "VAT", "0.50");
        assertThat(entered(shop.totals("168.20", "23.20")))
                .containsExactly("BC250 2026-10-31: receivable 168.20 · revenue FR055 -40.00 · revenue FR20 -100.00"
                        + " · handling FR20 -5.00 · sales-tax FR055 -2.20 · sales-tax FR20 -21.00");
    }

    @Test
    void takesTwoWrappingsWhoseRatesNameNoProductAsOne() {
        Shop shop = new Shop();
        shop.country = "FR";
        shop.product(1, "1", "100.00", "0")
                .carrying("0", "5.00")
                .product(2, "1", "40.00", "0")
                .carrying("0", "2.00");
        shop.wrapping = new BigDecimal("7.00");
        shop.taxed(1, "20", "20.00").taxed(2, "5.5", "2.20").taxed("gift-wrapping", null, null, "20", "VAT", "1.40");
        assertThat(entered(shop.totals("170.60", "23.60")))
                .containsExactly("BC250 2026-10-31: receivable 170.60 · revenue FR055 -40.00 · revenue FR20 -100.00"
                        + " · wrapping FR20 -7.00 · sales-tax FR055 -2.20 · sales-tax FR20 -21.40");
    }

    @Test
    void takesFreeShippingToOneOfTwoAddresses() {
        Shop shop = net();
        shop.shipping = new BigDecimal("10.00");
        shop.addresses.add(new ShippingAddress(1, "FR", new BigDecimal("10.00"), BigDecimal.ZERO));
        shop.addresses.add(new ShippingAddress(2, "DE", BigDecimal.ZERO, BigDecimal.ZERO));
        shop.taxed("item", 1L, 1L, "20", "TVA", "20.00").taxed("item", 2L, 1L, "5.5", "TVA", "2.20");
        shop.taxed("shipping", null, 1L, "20", "TVA", "2.00").taxed("shipping", null, 2L, "19", "MwSt", "0.00");
        assertThat(entered(shop.totals("174.20", "24.20")))
                .containsExactly("BC250 2026-10-31: receivable 174.20 · revenue FR055 -40.00 · revenue FR20 -100.00"
                        + " · shipping FR20 -10.00 · sales-tax FR055 -2.20 · sales-tax FR20 -22.00");
    }

    @Test
    void givesRoundingTheCodeOfTheLargest() {
        Shop shop = new Shop().product(1, "2", "8.33", "0");
        shop.country = "FR";
        assertThat(entered(shop.taxed(1, "20", "3.33").totals("19.98", "3.33")))
                .containsExactly("BC250 2026-10-31: receivable 19.98 · revenue FR20 -16.66 · sales-tax FR20 -3.33"
                        + " · rounding FR20 0.01");
    }

    @Test
    void whatIsPostedKeepsItsCodesAndWhatIsntTakesTodays() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = net().taxed(1, "20", "20.00").taxed(2, "5.5", "2.20").totals("162.20", "22.20");
        books.work(shop);
        settings.changesAt("2026-11-11T00:00:00Z");
        settings.taxes = List.of(
                Lists.tax("FR", "20", null, "NEW20", "445799"), Lists.tax("FR", "5.5", null, "FR055", "445712"));
        books.settings(settings);
        assertThat(books.work(shop).journals()).isEmpty();
        assertThat(Bookkeeping.shown(new Bookkeeping(settings).work(shop)).get(0))
                .contains("revenue NEW20 -100.00");
    }

    @Test
    void givesBackTheDiscountOfTheOrderAsAWholeByCodeToo() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = new Shop();
        shop.country = "FR";
        shop.product(1, "2", "100.00", "0").carrying("20.00", "0").product(2, "2", "40.00", "0");
        shop.coupon = new BigDecimal("20.00");
        shop.discount = new BigDecimal("10.00");
        // 10.00 on 280.00: 7.14 and 2.86
        shop.taxed(1, "20", "34.57").taxed(2, "5.5", "4.24").totals("288.81", "38.81");
        books.work(shop);
        shop.refund(refund(7, "144.41", "19.41", List.of(units(1, 1), units(2, 1)), card("144.41")));
        assertThat(Bookkeeping.shown(books.work(shop)).get(0))
                .contains("discounts FR055 -1.43 · discounts FR20 -13.57");
    }

    @Test
    void givesAWrappingBackByItsProductsCode() {
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = new Shop();
        shop.country = "FR";
        shop.product(1, "1", "100.00", "0")
                .carrying("0", "5.00")
                .product(2, "1", "40.00", "0")
                .carrying("0", "2.00");
        shop.wrapping = new BigDecimal("7.00");
        shop.taxed(1, "20", "20.00").taxed(2, "5.5", "2.20");
        shop.taxed("gift-wrapping", 1L, null, "20", "VAT", "1.00")
                .taxed("gift-wrapping", 2L, null, "5.5", "VAT", "0.11");
        books.work(shop.totals("170.31", "23.31"));
        shop.refund(refund(7, "6.00", "1.00", List.of(amount("GIFT_WRAPPING", 1, "5.00")), card("6.00")));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-R7 2026-11-03: receivable -6.00 · wrapping FR20 5.00 · sales-tax FR20 1.00");
    }

    /** A at 100.00 and B at 40.00. */
    private static Shop net() {
        Shop shop = new Shop().product(1, "1", "100.00", "0").product(2, "1", "40.00", "0");
        shop.country = "FR";
        return shop;
    }

    private List<String> entered(Shop shop) {
        return Bookkeeping.shown(new Bookkeeping(settings).work(shop));
    }

    private ParkReason parked(Shop shop) {
        return Bookkeeping.parked(new Bookkeeping(settings).work(shop));
    }
}
