package io.ledgerbridge.posting;

import static io.ledgerbridge.posting.WorkedExamplesTest.orderWithEverything;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.OrderFee;
import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.Descriptions;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The accounting rules' table "An order's lines", its checks and its short forms. */
class OrderLinesTest {

    private final Settings settings = new Settings();

    /** Both close; a discount of 24.00 with its tax is 20.00 without, and 23.00 would be neither. */
    @Test
    void aFeeIsNoneWhereTheNetDiscountIsNearerToWhatTheShopSaysWithoutIt() {
        Shop shop = new Shop().product(1, "1", "100.00", "0");
        shop.coupon = new BigDecimal("24.00");
        shop.fees.add(new OrderFee(1, "custom_fee", new BigDecimal("3.00"), BigDecimal.ZERO));
        shop.totals("96.00", "16.00");
        assertThat(Bookkeeping.shown(new Bookkeeping(new Settings()).work(shop)))
                .containsExactly(
                        "BC250 2026-10-31: receivable 96.00 · discounts 20.00 · revenue -100.00 · sales-tax -16.00");
    }

    /** Seen by a generated life: nearer to what the shop says, it would be more than that. */
    @Test
    void aFeeThatIsChargedNowhereIsNoneWhereTheOrderClosesOnlyWithoutIt() {
        Shop shop = new Shop().product(1, "1", "166.418", "0");
        shop.coupon = new BigDecimal("37.37");
        shop.fees.add(new OrderFee(1, "custom_fee", new BigDecimal("3.65"), BigDecimal.ZERO));
        shop.wrapping = new BigDecimal("3.51");
        shop.totals("141.40", "5.99");
        assertThat(Bookkeeping.shown(new Bookkeeping(new Settings()).work(shop)))
                .singleElement()
                .asString()
                .doesNotContain("fees")
                .contains("discounts 34.52");
    }

    @Test
    void aGiftCertificateThatIsSoldIsNoRevenue() {
        Shop shop = new Shop().product(1, "1", "10.00", "0").product("giftcertificate", 2, "1", "50.00", "0");
        assertLines(shop.totals("60.00", "0.00"), "receivable 60.00 · revenue -10.00 · gift-certificates-sold -50.00");
    }

    @Test
    void bothGiftCertificateRolesShareOneAccount() {
        Shop shop = new Shop().product("giftcertificate", 2, "1", "50.00", "0").totals("50.00", "0.00");
        shop.giftCertificate = new BigDecimal("50.00");
        Bookkeeping books = new Bookkeeping(settings);
        books.work(shop);
        assertThat(books.journals).hasSize(1);
        assertThat(books.byAccount()).isEmpty();
    }

    @Test
    void whatIsOwedMayBeBelowZero() {
        Shop shop = new Shop().product(1, "1", "10.00", "0").totals("10.00", "0.00");
        shop.storeCredit = new BigDecimal("12.00");
        assertLines(shop, "receivable -2.00 · store-credit 12.00 · revenue -10.00");
    }

    @Test
    void feesCountWhereTheEntryClosesWithThemAndNotWithout() {
        assertLines(withFee("14.00"), "receivable 14.00 · revenue -10.00 · fees -4.00");
    }

    @Test
    void feesInsideTheTotalsOfProductsDoNotCount() {
        assertLines(withFee("10.00"), "receivable 10.00 · revenue -10.00");
    }

    @Test
    void feesAreOnTopWhereTheDiscountThenIsNearerToTheStatedOne() {
        Shop shop = withFee("9.00");
        shop.coupon = new BigDecimal("6.00");
        assertLines(shop, "receivable 9.00 · discounts 5.00 · revenue -10.00 · fees -4.00");
    }

    @Test
    void feesThatOnlyTheSubtotalHoldsCount() {
        Shop shop = withFee("14.00");
        shop.subtotal = new BigDecimal("14.00");
        assertLines(shop, "receivable 14.00 · revenue -10.00 · fees -4.00");
    }

    @Test
    void feesAreJudgedWithoutTax() {
        Shop shop = withFee("15.40");
        shop.totals("15.40", "1.40");
        assertLines(shop, "receivable 15.40 · revenue -10.00 · fees -4.00 · sales-tax -1.40");
    }

    @Test
    void aTaxInclusiveStoresEstimatesCloseOnRounding() {
        Shop shop = new Shop();
        shop.taxInclusive = true;
        shop.products.add(product("3", "8.3333", "10.00"));
        shop.subtotal = new BigDecimal("24.9999");
        assertLines(
                shop.totals("30.00", "4.99"), "receivable 30.00 · revenue -25.00 · sales-tax -4.99 · rounding -0.01");
    }

    @ParameterizedTest
    @CsvSource({"10.05, 0.05", "9.95, -0.05"})
    void aDifferenceUpToTheLimitIsRounding(String total, String difference) {
        Shop shop = new Shop().product(1, "1", "10.00", "0").totals(total, "0.00");
        BigDecimal rounding = new BigDecimal(difference).negate();
        assertLines(shop, "receivable %s · revenue -10.00 · rounding %s".formatted(total, rounding));
    }

    @ParameterizedTest
    @CsvSource({"10.06", "9.94", "20.00", "0.00"})
    void aLargerDifferenceWithoutADiscountParks(String total) {
        Shop shop = new Shop().product(1, "1", "10.00", "0").totals(total, "0.00");
        assertParked(shop, "totals-differ", "no discount explains");
    }

    @Test
    void roundingOnlyTheRolesNeedsNoLimit() {
        settings.roundingLimit = 0;
        Shop shop = new Shop().product(1, "1", "10.005", "0").totals("15.01", "0.00");
        shop.shipping = new BigDecimal("5.005");
        assertLines(shop, "receivable 15.01 · revenue -10.01 · shipping -5.01 · rounding 0.01");
    }

    @Test
    void theLimitIsInSmallestUnitsOfTheCurrency() {
        Shop shop = new Shop().product(1, "1", "1000", "0").totals("1005", "0");
        shop.currency = "JPY";
        assertLines(shop, "receivable 1005 · revenue -1000 · rounding -5");
        assertParked(shop.totals("1006", "0"), "totals-differ", "JPY 5 may differ");
    }

    @Test
    void aCurrencyOfThreeDecimalsKeepsThem() {
        Shop shop = new Shop().product(1, "3", "1.2345", "0").totals("3.704", "0.000");
        shop.currency = "KWD";
        assertLines(shop, "receivable 3.704 · revenue -3.704");
    }

    @Test
    void productsThatDoNotSumToTheSubtotalPark() {
        Shop shop = new Shop().product(1, "1", "10.00", "0").totals("10.00", "0.00");
        shop.subtotal = new BigDecimal("10.06");
        assertParked(
                shop,
                "products-differ",
                "products sum to USD 10.00, subtotal_ex_tax is USD 10.06; USD 0.05 may differ");
    }

    @Test
    void productsMayMissTheSubtotalByTheLimit() {
        Shop shop = new Shop().product(1, "1", "10.00", "0").totals("10.00", "0.00");
        shop.subtotal = new BigDecimal("10.05");
        assertLines(shop, "receivable 10.00 · revenue -10.00");
    }

    @Test
    void aTotalWithoutTaxThatDisagreesParks() {
        Shop shop = new Shop().product(1, "1", "10.00", "0").totals("11.00", "1.00");
        shop.totalExTax = new BigDecimal("9.94");
        assertParked(shop, "totals-differ", "total_ex_tax is USD 9.94");
    }

    @ParameterizedTest
    @CsvSource({"5.00, 5.00, 10.05", "5.00, 0, 5.05", "0, 5.00, 5.00", "5.00, 0, 0.01", "5.00, 0, -0.05"})
    void theNetDiscountLiesBetweenZeroAndWhatTheShopTookOff(String discount, String coupon, String net) {
        assertThat(discounted(discount, coupon, net).journals()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"5.00, 5.00, 10.06", "5.00, 0, 5.06", "5.00, 0, -0.06"})
    void aNetDiscountBeyondThatParks(String discount, String coupon, String net) {
        Plan plan = discounted(discount, coupon, net);
        assertThat(Bookkeeping.parked(plan).code()).isEqualTo("discount-out-of-range");
        assertThat(plan.why()).contains("leave a discount of USD " + net, "allow USD 0.00 to USD ");
    }

    @Test
    void onADiscountedOrderTheDiscountTakesTheRounding() {
        Shop shop = new Shop().product(1, "1", "10.005", "0").totals("14.01", "0.00");
        shop.shipping = new BigDecimal("5.005");
        shop.coupon = new BigDecimal("1.00");
        assertLines(shop, "receivable 14.01 · discounts 1.01 · revenue -10.01 · shipping -5.01");
    }

    @ParameterizedTest
    @CsvSource({
        "SHIPPING, shipping, 707000",
        "HANDLING, handling, 708500",
        "WRAPPING, wrapping, 707000",
        "FEES, fees, 707000",
        "ROUNDING, rounding, 707000"
    })
    void anAccountThatIsNotSetFallsBackToItsContractsOne(Role role, String setting, String account) {
        settings.accounts.remove(setting);
        assertThat(accounts(withEverythingElse())).containsEntry(role, account);
    }

    @Test
    void handlingFallsBackToRevenueWhereThereIsNoShippingEither() {
        settings.accounts.remove("handling");
        settings.accounts.remove("shipping");
        assertThat(accounts(withEverythingElse())).containsEntry(Role.HANDLING, "707000");
    }

    @ParameterizedTest
    @CsvSource({
        "sales-tax, sales-tax",
        "gift-certificates, gift-certificates",
        "store-credit, store-credit",
        "receivable, receivable",
        "revenue, revenue",
        "cost-of-goods, cost-of-goods",
        "inventory, inventory"
    })
    void anAccountThatNothingStandsInForParksTheOrder(String setting, String named) {
        settings.costOfGoods = Channel.CostOfGoods.POST;
        settings.accounts.remove(setting);
        ParkReason reason = Bookkeeping.parked(new Bookkeeping(settings).work(orderWithEverything()));
        assertThat(reason.code()).isEqualTo("missing-account");
        assertThat(reason.remedy()).contains("ledger-bridge.stores.us.channels.\"1\".accounts." + named);
    }

    @Test
    void anAccountThatAnOrderDoesNotNeedIsNotMissed() {
        settings.accounts.remove("sales-tax");
        assertLines(
                new Shop().product(1, "1", "10.00", "0").totals("10.00", "0.00"), "receivable 10.00 · revenue -10.00");
    }

    @Test
    void anUnmappedChannelParks() {
        Shop shop = orderWithEverything();
        shop.channel = 99L;
        assertParked(shop, "unmapped-channel", "channel 99 of store us has no accounts");
    }

    @Test
    void anOrderWithoutAChannelIsTheFirstStorefronts() {
        Shop shop = orderWithEverything();
        shop.channel = null;
        assertThat(new Bookkeeping(settings).work(shop).journals().get(0).channel())
                .isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"''", "QQQ", "XXX", "usd"})
    void anUnknownCurrencyParks(String currency) {
        Shop shop = orderWithEverything();
        shop.currency = currency;
        assertParked(shop, "unknown-currency", "'" + currency + "'");
    }

    @Test
    void anUnknownStatusParks() {
        Shop shop = orderWithEverything();
        shop.status = 15;
        assertParked(shop, "unknown-status", "15");
    }

    @Test
    void aReferenceThatIsTooLongParks() {
        Shop shop = orderWithEverything();
        shop.id = 1234567890123456789L;
        assertParked(shop, "reference-too-long", "BC1234567890123456789 has 21 characters");
    }

    @Test
    void costOfGoodsAsMemoStaysInTheBooks() {
        settings.costOfGoods = Channel.CostOfGoods.MEMO;
        Plan plan = new Bookkeeping(settings).work(orderWithEverything());
        assertThat(plan.journals().get(0).entry().lines())
                .noneMatch(line -> line.role().kind() == Role.Kind.GOODS);
        assertThat(Bookkeeping.shown(plan.journals().get(0).memo()))
                .isEqualTo("cost-of-goods 55.00 · inventory -55.00");
    }

    @Test
    void anEntryNamesItsSiteTypeAndJournalAndALineItsDimensions() {
        JournalEntry entry = new Bookkeeping(settings)
                .work(orderWithEverything())
                .journals()
                .get(0)
                .entry();
        assertThat(entry.site()).isEqualTo("FR011");
        assertThat(entry.entryType()).isEqualTo("ODGEN");
        assertThat(entry.journalCode()).isEqualTo("SAL");
        assertThat(entry.description()).isEqualTo("BigCommerce order 250");
        assertThat(entry.lines()).allSatisfy(line -> {
            assertThat(line.dimensions()).isEqualTo(Map.of("CCE1", "WEB1"));
            assertThat(line.description()).isEqualTo("BigCommerce order 250");
            assertThat(line.businessPartner()).isEqualTo(line.role() == Role.RECEIVABLE ? "WEB01" : null);
        });
    }

    @Test
    void theChannelsSiteGoesBeforeTheStores() {
        settings.site = "FR012";
        assertThat(new Bookkeeping(settings)
                        .work(orderWithEverything())
                        .journals()
                        .get(0)
                        .entry()
                        .site())
                .isEqualTo("FR012");
    }

    @Test
    void descriptionsFitIntoThirtyCharactersForIdsOfSixDigits() {
        Descriptions descriptions = new Descriptions(999_999);
        assertThat(descriptions.refund(999_999).entry()).hasSizeLessThanOrEqualTo(30);
        assertThat(descriptions.first().net(true).of(Role.REVENUE)).hasSizeLessThanOrEqualTo(30);
        assertThat(descriptions.adjustment().net(true).of(Role.REVENUE)).hasSizeLessThanOrEqualTo(30);
        assertThat(descriptions.reversal().entry()).hasSizeLessThanOrEqualTo(30);
    }

    private Plan discounted(String discount, String coupon, String net) {
        BigDecimal total = new BigDecimal("20.00").subtract(new BigDecimal(net));
        Shop shop = new Shop().product(1, "1", "20.00", "0").totals(total.toPlainString(), "0.00");
        shop.discount = new BigDecimal(discount);
        shop.coupon = new BigDecimal(coupon);
        return new Bookkeeping(settings).work(shop);
    }

    private static Shop withFee(String total) {
        Shop shop = new Shop().product(1, "1", "10.00", "0").totals(total, "0.00");
        shop.fees.add(new OrderFee(1, "custom_fee", new BigDecimal("4.00"), BigDecimal.ZERO));
        return shop;
    }

    /** No discount, a fee on top, and a cent left over. */
    private static Shop withEverythingElse() {
        Shop shop = withFee("24.01");
        shop.shipping = new BigDecimal("5.00");
        shop.handling = new BigDecimal("3.00");
        shop.wrapping = new BigDecimal("2.00");
        return shop;
    }

    private static OrderProduct product(String quantity, String price, String priceIncTax) {
        BigDecimal units = new BigDecimal(quantity);
        BigDecimal each = new BigDecimal(price);
        BigDecimal withTax = new BigDecimal(priceIncTax);
        return Shop.product(
                1, "physical", units, each, withTax, units.multiply(each), units.multiply(withTax), BigDecimal.ZERO);
    }

    private Map<Role, String> accounts(Shop shop) {
        return new Bookkeeping(settings)
                .work(shop).journals().get(0).entry().lines().stream()
                        .collect(Collectors.toMap(JournalLine::role, JournalLine::account));
    }

    private void assertLines(Shop shop, String lines) {
        Plan plan = new Bookkeeping(settings).work(shop);
        assertThat(plan.reason()).isNull();
        assertThat(plan.journals())
                .singleElement()
                .satisfies(draft ->
                        assertThat(Bookkeeping.shown(draft.entry().lines())).isEqualTo(lines));
    }

    private void assertParked(Shop shop, String code, String figures) {
        ParkReason reason = Bookkeeping.parked(new Bookkeeping(settings).work(shop));
        assertThat(reason.code()).isEqualTo(code);
        assertThat(reason.detail()).contains(figures);
        assertThat(reason.remedy()).isNotBlank();
    }
}
