package io.ledgerbridge.posting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderFee;
import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.NegativeAmounts;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.ledger.SidedAmount;
import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.settings.SettingsFixture;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of roles in docs/accounting.md says what the program does with each. */
class DocumentedRolesTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Set<String> SETTINGS =
            Arrays.stream(Role.values()).map(Channel::setting).collect(Collectors.toSet());

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

    @ParameterizedTest
    @MethodSource("rows")
    void isMadeOfFieldsThatAreRead(Row row) {
        assertThat(fields()).containsAll(AccountingPage.codes(row.made()));
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
        shop.fees.add(new OrderFee(1, "custom_fee", new BigDecimal("4.00"), BigDecimal.ZERO));
        return shop.totals("192.05", "12.05");
    }

    private static List<String> fields() {
        List<String> names = new ArrayList<>(List.of("giftcertificate"));
        for (Class<?> read : List.of(Order.class, OrderProduct.class, OrderFee.class)) {
            RecordComponent[] components = read.getRecordComponents();
            IntStream.range(0, components.length)
                    .mapToObj(at -> name(components[at]))
                    .forEach(names::add);
        }
        return names;
    }

    private static String name(RecordComponent component) {
        JsonProperty name = component.getAccessor().getAnnotation(JsonProperty.class);
        return name == null ? component.getName() : name.value();
    }
}
