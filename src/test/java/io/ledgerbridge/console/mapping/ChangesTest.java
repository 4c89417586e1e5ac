package io.ledgerbridge.console.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.mappings.Mapping;
import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is said of a mapping: what a version changed, and why a role has its account. */
class ChangesTest {

    @Test
    void areNamedBySetting() throws Exception {
        Mapping before = mapping("707000", "");
        Mapping after = mapping("707100", ",\"shipping\":\"708500\"");

        assertThat(Changes.between(before, after))
                .containsExactly(
                        new Change("accounts.revenue", "707000", "707100"),
                        new Change("accounts.shipping", null, "708500"));
        assertThat(Changes.between(after, after)).isEmpty();
    }

    @Test
    void sayWhereAnAccountComesFromThatIsNotSet() {
        Channel channel = channel(Map.of("receivable", "411000", "revenue", "707000"));

        assertThat(RoleRow.of(channel, Role.REVENUE).from()).isEqualTo("set");
        assertThat(RoleRow.of(channel, Role.HANDLING).from()).isEqualTo("revenue");
        assertThat(RoleRow.of(channel, Role.DISCOUNTS).from()).isEqualTo("off-revenue");
        assertThat(RoleRow.of(channel, Role.SALES_TAX).from()).isEqualTo("parks");
        assertThat(RoleRow.of(channel, Role.INVENTORY).from()).isEqualTo("not-posted");
        assertThat(RoleRow.of(channel(Map.of("shipping", "708500")), Role.HANDLING)
                        .from())
                .isEqualTo("shipping");
    }

    private static Channel channel(Map<String, String> codes) {
        Map<String, Account> accounts = new TreeMap<>();
        codes.forEach((setting, code) -> accounts.put(setting, Account.of(code)));
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

    private static Mapping mapping(String revenue, String more) throws Exception {
        return new ObjectMapper()
                .readValue(
                        "{\"accounts\":{\"revenue\":\"%1$s\"%2$s},\"details\":{\"revenue\":{\"code\":\"%1$s\"}},\"site\":\"FR011\"}"
                                .formatted(revenue, more),
                        Mapping.class);
    }
}
