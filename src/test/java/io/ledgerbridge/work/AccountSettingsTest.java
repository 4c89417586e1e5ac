package io.ledgerbridge.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.TaxRow;
import io.ledgerbridge.posting.rules.TenderRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of a channel that have an account. */
class AccountSettingsTest {

    private final Channel channel = new Channel(
            "1",
            "Main brand",
            Map.of("revenue", Account.of("707000"), "fees", Account.of("707000"), "shipping", Account.of("708500")),
            Channel.CostOfGoods.OFF,
            Channel.CostOfGoodsOnRefund.KEEP,
            null,
            List.of(
                    new TenderRow(List.of(), null, List.of(), TenderRow.Outcome.PARK, null, null),
                    new TenderRow(List.of(), null, List.of(), TenderRow.Outcome.ACCOUNT, "Card", Account.of("511200"))),
            List.of(new TaxRow("FR", null, null, "FR20", Account.of("445711"))),
            Map.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "707000 | channels.\"1\".accounts.fees and channels.\"1\".accounts.revenue",
                "708500 | channels.\"1\".accounts.shipping",
                "511200 | channels.\"1\".tenders[1].account",
                "445711 | channels.\"1\".tax[0].account",
                "999999 | ''"
            })
    void areThoseWhereItStands(String account, String settings) {
        assertThat(AccountSettings.of(channel, account)).isEqualTo(settings);
    }
}
