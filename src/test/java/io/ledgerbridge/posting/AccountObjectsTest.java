package io.ledgerbridge.posting;

import static io.ledgerbridge.posting.Shop.card;
import static io.ledgerbridge.posting.Shop.refund;
import static io.ledgerbridge.posting.Shop.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.details.CustomerGroup;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.TenderRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands beside an account on a line (accounting rules, "Lines that X3 can use"). */
class AccountObjectsTest {

    private final Settings settings = new Settings();

    @Test
    void putsPartnerDimensionsAndTaxCodeOnTheLinesOfTheirAccount() {
        settings.objects.put("revenue", new Account("707000", "P1", Map.of("CCE1", "R", "CCE2", "X"), "FR20"));
        settings.objects.put("sales-tax", new Account("445710", null, Map.of(), "FR20"));
        assertThat(lines(order()))
                .containsExactly(
                        "411000 WEB01 {CCE1=WEB1} null", "707000 P1 {CCE1=R, CCE2=X} FR20", "445710 null {} FR20");
    }

    @Test
    void fallsBackOnAnotherAccountWithAllThatIsBesideIt() {
        settings.accounts.remove("shipping");
        settings.objects.put("revenue", new Account("707000", "P1", Map.of("CCE1", "R"), "FR20"));
        Shop shop = new Shop().product(1, "1", "100.00", "0").totals("118.25", "8.25");
        shop.shipping = new BigDecimal("10.00");
        assertThat(lines(shop))
                .filteredOn(line -> line.startsWith("707000"))
                .hasSize(2)
                .allMatch("707000 P1 {CCE1=R} FR20"::equals);
    }

    @Test
    void theCodeOfARateGoesBeforeTheAccountsOwn() {
        settings.taxes = Lists.TAXES;
        settings.objects.put("revenue", new Account("707000", null, Map.of(), "OWN"));
        settings.objects.put("shipping", new Account("708500", null, Map.of(), "OWN"));
        assertThat(lines(WorkedExamplesTest.french()))
                .containsExactly(
                        "411000 WEB01 {CCE1=WEB1} null",
                        "707000 null {} FR055",
                        "707000 null {} FR20",
                        "708500 null {} FR20",
                        "445712 null {} FR055",
                        "445711 null {} FR20");
    }

    /** The books keep what each line had: a refund goes back on it, whatever is set now. */
    @Test
    void aRefundGoesBackOnTheLinesOfItsOrder() {
        settings.objects.put("revenue", new Account("707000", "P1", Map.of("CCE1", "R"), "FR20"));
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = order();
        books.work(shop);
        settings.objects.put("revenue", new Account("707999", "P2", Map.of("CCE1", "S"), "FR99"));
        books.settings(settings);
        assertThat(books.work(shop).journals()).isEmpty();
        shop.refund(refund(7, "54.13", "4.13", List.of(units(1, 1)), card("54.13")));
        assertThat(books.work(shop).journals().get(0).entry().lines())
                .extracting(AccountObjectsTest::shown)
                .contains("707000 P1 {CCE1=R} FR20");
    }

    @Test
    void takesThePartnerOfTheCustomersGroup() {
        settings.customers = Map.of("Wholesale", "B2B01", "7", "B2B07");
        settings.objects.put("receivable", new Account("411000", Account.BY_CUSTOMER, Map.of(), null));
        Shop shop = order();
        shop.group = new CustomerGroup(3, "wholesale");
        assertThat(lines(shop)).contains("411000 B2B01 {} null");
        shop.group = new CustomerGroup(7, "Renamed");
        assertThat(lines(shop)).contains("411000 B2B07 {} null");
    }

    @Test
    void takesThePartnerOfAWayOfPayingByCustomer() {
        settings.customers = Map.of("wholesale", "B2B01");
        settings.tenders = List.of(new TenderRow(
                List.of(),
                null,
                List.of(),
                TenderRow.Outcome.ACCOUNT,
                "On account",
                new Account("411100", Account.BY_CUSTOMER, Map.of(), null)));
        Shop shop = order();
        shop.group = new CustomerGroup(3, "wholesale");
        assertThat(lines(shop)).contains("411100 B2B01 {} null");
    }

    @Test
    void parksACustomerOfAnotherGroupAndAGuest() {
        settings.customers = Map.of("wholesale", "B2B01");
        settings.objects.put("receivable", new Account("411000", Account.BY_CUSTOMER, Map.of(), null));
        Shop shop = order();
        assertThat(Bookkeeping.parked(new Bookkeeping(settings).work(shop)))
                .extracting(ParkReason::code, ParkReason::detail)
                .containsExactly(
                        "unknown-customer",
                        "account 411000 takes its business partner by customer group, and the customer has none");
        shop.group = new CustomerGroup(4, "Retail");
        assertThat(Bookkeeping.parked(new Bookkeeping(settings).work(shop)).detail())
                .endsWith("channel 1 has no partner for Retail");
    }

    private static Shop order() {
        return new Shop().product(1, "2", "50.00", "0").totals("108.25", "8.25");
    }

    private List<String> lines(Shop shop) {
        return new Bookkeeping(settings)
                .work(shop).journals().get(0).entry().lines().stream()
                        .map(AccountObjectsTest::shown)
                        .toList();
    }

    private static String shown(JournalLine line) {
        return "%s %s %s %s".formatted(line.account(), line.businessPartner(), line.dimensions(), line.taxCode());
    }
}
