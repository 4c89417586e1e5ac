package io.ledgerbridge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.TaxRow;
import io.ledgerbridge.posting.rules.TenderRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts as objects, {@code tenders}, {@code tax} and {@code customers} of a channel. */
class ChannelListsTest {

    private static final String CHANNEL = "ledger-bridge.stores.us.channels.1.";
    private static final Map<String, String> CHANNELS_OWN = Map.of("CCE1", "WEB", "CCE2", "MAIN");

    @Test
    void readsTheListsOfTheContract() {
        Channel channel = channel("""
                tenders:
                  - { gateway: [stripe], account: "511200", name: Card }
                  - { gateway: paypalexpress, account: "511300" }
                  - { method: offline, names: [Purchase Order], account: "411000", business-partner: by-customer }
                  - { gateway: [testgateway], entry: none }
                  - { any: true, park: true }
                tax:
                  - { country: FR, rate: 20, code: FR20, account: "445711" }
                  - { country: "*", rate: 0.00, code: EXP0 }
                  - { any: true, park: true }
                customers: { wholesale: B2B01 }
                """);
        assertThat(channel.tenders())
                .containsExactly(
                        row(List.of("stripe"), null, List.of(), "Card", account("511200", "WEB01")),
                        row(List.of("paypalexpress"), null, List.of(), "511300", account("511300", "WEB01")),
                        row(
                                List.of(),
                                "offline",
                                List.of("Purchase Order"),
                                "411000",
                                account("411000", Account.BY_CUSTOMER)),
                        new TenderRow(List.of("testgateway"), null, List.of(), TenderRow.Outcome.NO_ENTRY, null, null),
                        new TenderRow(List.of(), null, List.of(), TenderRow.Outcome.PARK, null, null));
        assertThat(channel.taxes())
                .containsExactly(
                        new TaxRow("FR", new BigDecimal("20"), null, "FR20", account("445711", null)),
                        new TaxRow("*", BigDecimal.ZERO, null, "EXP0", null),
                        new TaxRow("*", null, null, null, null));
        assertThat(channel.customers()).isEqualTo(Map.of("wholesale", "B2B01"));
    }

    @Test
    void laysAnAccountOverItsChannel() {
        Channel channel = channel("""
                dimensions: { CCE1: WEB, CCE2: "{channel}" }
                accounts:
                  receivable: { account: "411000", dimensions: none }
                  revenue: { account: "707000", business-partner: P1, dimensions: { CCE2: "R{channel}", CCE3: X }, tax-code: FR20 }
                  shipping: "708500"
                """);
        assertThat(channel.accounts().get("receivable")).isEqualTo(new Account("411000", "WEB01", Map.of(), null));
        assertThat(channel.accounts().get("revenue"))
                .isEqualTo(new Account("707000", "P1", Map.of("CCE1", "WEB", "CCE2", "R1", "CCE3", "X"), "FR20"));
        assertThat(channel.accounts().get("shipping"))
                .isEqualTo(new Account("708500", null, Map.of("CCE1", "WEB", "CCE2", "1"), null));
    }

    @Test
    void takesAnAccountFromAVariable() {
        StoreSettings store = Objects.requireNonNull(SettingsFixture.example()
                .variable("LEDGERBRIDGE_STORES_US_CHANNELS_1_ACCOUNTS_REVENUE", "707111")
                .read()
                .stores()
                .get("us"));
        assertThat(Objects.requireNonNull(store.rules().channels().get("1"))
                        .accounts()
                        .get("revenue"))
                .extracting(Account::code)
                .isEqualTo("707111");
    }

    /** As an operator mends one account of a file that has it as an object. */
    @Test
    void takesTheValueOfAVariableBeforeTheObjectOfAFile() {
        StoreSettings store =
                Objects.requireNonNull(fixture("accounts: { revenue: { account: \"707000\", tax-code: FR20 } }")
                        .variable("LEDGERBRIDGE_STORES_US_CHANNELS_1_ACCOUNTS_REVENUE", "707111")
                        .read()
                        .stores()
                        .get("us"));
        assertThat(Objects.requireNonNull(store.rules().channels().get("1"))
                        .accounts()
                        .get("revenue"))
                .isEqualTo(new Account("707111", null, CHANNELS_OWN, null));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tenders: [ { account: "511200" } ]                                       | tenders[0]: says for no payment that it is for it: gateway, method, names, or any: true
            tenders: [ { any: true } ]                                               | tenders[0]: must say one of account, entry: none and park: true
            tenders: [ { any: true, park: true, entry: none } ]                      | tenders[0]: must say one of account, entry: none and park: true
            tenders: [ { any: true, park: true }, { gateway: x, account: "1" } ]     | tenders[0]: is for any payment, so the rows behind it are for none
            tenders: [ { gateway: x, account: "1", name: A }, { gateway: y, account: "2", name: A } ] | tenders[1]: gives "A" another account than a row before it
            tenders: [ { gatway: x, account: "1" } ]                                 | tenders[0].gatway: is not a setting; the nearest are gateway, any, entry
            tenders: [ { any: true, account: "1", business-partner: by-customer } ]  | tenders[0].business-partner: "by-customer" needs the list of customers, which is empty
            tax: [ { code: FR20 } ]                                                  | tax[0]: says for no rate that it is for it: country, rate, name, or any: true
            tax: [ { country: FR } ]                                                 | tax[0]: must say one of code and park: true
            tax: [ { country: FR, rate: 20, code: A, account: "1" }, { country: DE, code: A } ] | tax[1]: gives A another account than a row before it
            accounts: { revenue: { dimensions: { CCE1: X } } }                       | accounts.revenue.account: is missing; it must be a code of 1 to 15 characters
            accounts: { revenue: { account: "707 000" } }                            | accounts.revenue.account: "707 000" is not a code of 1 to 15 characters
            accounts: { revenue: { account: "1", dimensions: all } }                 | accounts.revenue.dimensions: is a group of settings, and takes no value
            accounts: { revenue: { account: "1", dimensions: { CCE1: "A23456789{channel}12345" } } } | accounts.revenue.dimensions.CCE1: "A23456789{channel}12345" is not a code of 1 to 15 characters
            accounts: { revenue: { account: "1", business-partner: by-customer } }   | accounts.revenue.business-partner: "by-customer" needs the list of customers, which is empty
            """)
    void saysWhatIsWrongWithThem(String yaml, String fault) {
        assertThat(fixture(yaml).faults()).anySatisfy(line -> assertThat(line).startsWith(CHANNEL + fault));
    }

    private static TenderRow row(
            List<String> gateways, @Nullable String method, List<String> names, String name, Account to) {
        return new TenderRow(gateways, method, names, TenderRow.Outcome.ACCOUNT, name, to);
    }

    private static Account account(String code, @Nullable String partner) {
        return new Account(code, partner, CHANNELS_OWN, null);
    }

    private static Channel channel(String yaml) {
        StoreSettings store =
                Objects.requireNonNull(fixture(yaml).read().stores().get("us"));
        return Objects.requireNonNull(store.rules().channels().get("1"));
    }

    private static SettingsFixture fixture(String yaml) {
        return SettingsFixture.example()
                .yaml("ledger-bridge.stores.us.channels.1:\n" + yaml.strip().indent(2));
    }
}
