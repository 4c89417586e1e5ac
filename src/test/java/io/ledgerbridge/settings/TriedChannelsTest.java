package io.ledgerbridge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Channels that a person tries are read as the settings file's are. */
class TriedChannelsTest {

    @Test
    void readsTheKeysOfTheSettingsFile() {
        TriedChannels tried = TriedChannels.of(Map.of(
                "1",
                Map.of(
                        "name",
                        "Main brand",
                        "accounts",
                        Map.of(
                                "receivable",
                                411000,
                                "revenue",
                                Map.of("account", "707000", "dimensions", Map.of("CCE1", "WEB"))),
                        "cost-of-goods",
                        "memo",
                        "tenders",
                        List.of(
                                Map.of("gateway", List.of("stripe"), "account", "511200"),
                                Map.of("any", true, "park", true)))));

        assertThat(tried.faults()).isEmpty();
        Channel channel = Objects.requireNonNull(tried.channels().get("1"));
        assertThat(channel.accounts().get("receivable"))
                .extracting(Account::code)
                .isEqualTo("411000");
        assertThat(Objects.requireNonNull(channel.accounts().get("revenue")).dimensions())
                .containsEntry("CCE1", "WEB");
        assertThat(channel.costOfGoods()).isEqualTo(Channel.CostOfGoods.MEMO);
        assertThat(channel.tenders()).hasSize(2);
    }

    @Test
    void namesEveryWrongKeyAtOnce() {
        TriedChannels tried = TriedChannels.of(Map.of(
                "1", Map.of("accounts", Map.of("recievable", "411000", "revenue", "707000")),
                "2", Map.of("accounts", Map.of("receivable", "411000", "revenue", "x".repeat(40)))));
        assertThat(tried.faults())
                .anyMatch(fault -> fault.startsWith("channels.1.accounts.recievable: is not a setting"))
                .anyMatch(fault -> fault.startsWith("channels.2.accounts.revenue"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name          | ${user.home}  | channels.1.name: a value here has no placeholder",
                "cost-of-goods | perhaps       | channels.1.cost-of-goods",
                "bisness       | WEB01         | channels.1.bisness: is not a setting",
                "accounts      | 411000        | channels.1.accounts"
            })
    void saysWhatIsWrong(String key, String value, String says) {
        assertThat(TriedChannels.of(Map.of("1", Map.of(key, value))).faults())
                .anyMatch(fault -> fault.startsWith(says));
    }

    @Test
    void takesNoChannelWithoutANumber() {
        assertThat(TriedChannels.of(Map.of("main", Map.of("name", "Main"))).faults())
                .isNotEmpty()
                .allMatch(fault -> fault.startsWith("channels."));
        assertThat(TriedChannels.of(Map.of()).faults()).isEmpty();
        assertThat(TriedChannels.of(Map.of()).channels()).isEmpty();
    }
}
