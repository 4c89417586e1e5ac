package io.ledgerbridge.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.OrderFee;
import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.NegativeAmounts;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.ledger.SidedAmount;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.amounts.OrderAmounts;
import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.settings.SettingsFixture;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of roles in docs/accounting.md says what the program does with each. */
class DocumentedRolesTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Set<String> SETTINGS =
            Arrays.stream(Role.values()).map(Channel::setting).collect(Collectors.toSet());

    /** By BigCommerce's name of a field, what makes it larger in an order. */
    private static final Map<String, Consumer<Shop>> ONE_MORE = Map.ofEntries(
            Map.entry("total_inc_tax", shop -> shop.totalIncTax = shop.totalIncTax.add(BigDecimal.ONE)),
            Map.entry("total_tax", shop -> shop.tax = shop.tax.add(BigDecimal.ONE)),
            Map.entry(
                    "gift_certificate_amount", shop -> shop.giftCertificate = shop.giftCertificate.add(BigDecimal.ONE)),
            Map.entry("store_credit_amount", shop -> shop.storeCredit = shop.storeCredit.add(BigDecimal.ONE)),
            Map.entry("shipping_cost_ex_tax", shop -> shop.shipping = shop.shipping.add(BigDecimal.ONE)),
            Map.entry("handling_cost_ex_tax", shop -> shop.handling = shop.handling.add(BigDecimal.ONE)),
            Map.entry("wrapping_cost_ex_tax", shop -> shop.wrapping = shop.wrapping.add(BigDecimal.ONE)),
            Map.entry(
                    "total_ex_tax",
                    shop -> shop.product(4, "1", "1", "0").product("giftcertificate", 5, "1", "1", "0")),
            Map.entry("cost_price_ex_tax", shop -> replaceFirst(shop, "2", "21.00")),
            Map.entry("quantity", shop -> replaceFirst(shop, "3", "20.00")),
            Map.entry("cost_ex_tax", shop -> fee(shop, "1.00")));

    /**
     * A row.
     *
     * @param absent what holds without the setting
     */
    record Row(Role role, String side, String made, String setting, String absent) {

        static Row of(List<String> cells) {
            return new Row(
                    Role.ofLabel(cells.get(1)),
                    cells.get(2),
                    cells.get(3),
                    AccountingPage.code(cells.get(4)),
                    cells.get(5));
        }

        /** Settings that give the account, the first that is there. */
        List<String> chain() {
            return Stream.concat(Stream.of(setting), AccountingPage.codes(absent).stream())
                    .toList();
        }

        boolean parks() {
            return absent.contains("parks");
        }

        @Override
        public String toString() {
            return role.label();
        }
    }

    @Test
    void namesEachRoleOnce() {
        assertThat(rows()).extracting(Row::role).containsExactlyInAnyOrder(Role.values());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void writesItOnItsSideWhateverItsSign(Row row) {
        List<Integer> signs = Stream.of("1.00", "-1.00")
                .map(amount -> SidedAmount.of(line(row.role(), amount), NegativeAmounts.KEEP)
                        .sign())
                .toList();
        assertThat(signs)
                .isEqualTo(
                        switch (row.side()) {
                            case "debit" -> List.of(1, 1);
                            case "credit" -> List.of(-1, -1);
                            case "by its sign" -> List.of(1, -1);
                            default -> throw new IllegalStateException("no side: " + row.side());
                        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void takesItsAccountFromItsSettingElseFromTheNextOneNamed(Row row) {
        List<String> chain = row.chain();
        assertThat(Channel.setting(row.role())).isEqualTo(row.setting());
        for (int lacking = 0; lacking <= chain.size(); lacking++) {
            Optional<String> next = lacking < chain.size() ? Optional.of(chain.get(lacking)) : Optional.empty();
            assertThat(channelWithout(chain.subList(0, lacking))
                            .account(row.role())
                            .map(Account::code))
                    .isEqualTo(next);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void parksWithoutItsAccountWhereItSaysSo(Row row) {
        Settings settings = new Settings();
        settings.costOfGoods = Channel.CostOfGoods.POST;
        if (row.absent().equals("required")) {
            return;
        }
        settings.accounts.remove(row.setting());
        Plan plan = new Bookkeeping(settings).work(orderOfEveryRole());
        assertThat(plan.decision()).isEqualTo(row.parks() ? Decision.PARK : Decision.POST);
        if (row.parks()) {
            assertThat(Bookkeeping.parked(plan).code()).isEqualTo("missing-account");
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void startsWithoutItUnlessItIsRequired(Row row) {
        List<String> faults = SettingsFixture.exampleWithout(row.setting()).faults().stream()
                .filter(fault -> fault.contains(".accounts." + row.setting()))
                .toList();
        assertThat(faults.isEmpty()).as("%s", faults).isNotEqualTo(row.absent().equals("required"));
    }

    /** What closes the entry changes with every figure. */
    @ParameterizedTest
    @MethodSource("fields")
    void changesWithTheFieldsThatItIsMadeOf(String field) {
        Shop more = orderOfEveryRole();
        Objects.requireNonNull(ONE_MORE.get(field)).accept(more);
        Amounts change = amounts(more).minus(amounts(orderOfEveryRole()));
        assertThat(Arrays.stream(Role.values())
                        .filter(role ->
                                role != Role.DISCOUNTS && !change.of(role).isZero()))
                .containsExactlyInAnyOrderElementsOf(rows().stream()
                        .filter(row -> row.role() != Role.DISCOUNTS)
                        .filter(row -> AccountingPage.codes(row.made()).contains(field))
                        .map(Row::role)
                        .toList());
    }

    @Test
    void namesNoOtherField() {
        Set<String> named = rows().stream()
                .flatMap(row -> AccountingPage.codes(row.made()).stream())
                .collect(Collectors.toSet());
        named.removeAll(Set.of("type", "giftcertificate"));
        assertThat(named).containsExactlyInAnyOrderElementsOf(fields());
    }

    @Test
    void theOrderOfEveryRoleHasThemAllButForThoseOfOtherOrders() {
        Settings settings = new Settings();
        settings.costOfGoods = Channel.CostOfGoods.POST;
        Bookkeeping books = new Bookkeeping(settings);
        books.work(orderOfEveryRole());
        assertThat(books.byRole().keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Role.values())
                        .filter(role -> role != Role.REFUNDS_OWED && role != Role.ROUNDING)
                        .toList());
    }

    static List<Row> rows() {
        return new AccountingPage()
                .table("rule", "role").rows().stream().map(Row::of).toList();
    }

    private static JournalLine line(Role role, String amount) {
        return new JournalLine("1", role, Money.exactly(new BigDecimal(amount), USD), "", null, Map.of());
    }

    /** Each account has the name of its setting for its code. */
    private static Channel channelWithout(List<String> settings) {
        Map<String, Account> accounts = new TreeMap<>();
        SETTINGS.forEach(setting -> accounts.put(setting, Account.of(setting)));
        accounts.keySet().removeAll(settings);
        return new Channel(
                "1",
                "Main brand",
                accounts,
                Channel.CostOfGoods.OFF,
                Channel.CostOfGoodsOnRefund.KEEP,
                null,
                List.of(),
                List.of(),
                Map.of());
    }

    private static Shop orderOfEveryRole() {
        Shop shop = WorkedExamplesTest.orderWithEverything().product("giftcertificate", 3, "1", "30.00", "0");
        fee(shop, "4.00");
        return shop.totals("192.05", "12.05");
    }

    /** With a limit that lets any figures pass. */
    private static Amounts amounts(Shop shop) {
        return new OrderAmounts(shop.reading(), Money.smallestUnits(100_000, USD)).all();
    }

    private static void replaceFirst(Shop shop, String units, String cost) {
        OrderProduct first = shop.products.get(0);
        shop.products.set(
                0,
                Shop.product(
                        first.id(),
                        first.type(),
                        new BigDecimal(units),
                        first.priceExTax(),
                        first.priceIncTax(),
                        first.totalExTax(),
                        first.totalIncTax(),
                        new BigDecimal(cost)));
    }

    private static void fee(Shop shop, String cost) {
        shop.fees.add(new OrderFee(1, "custom_fee", new BigDecimal(cost), BigDecimal.ZERO));
    }

    static Set<String> fields() {
        return ONE_MORE.keySet();
    }
}
