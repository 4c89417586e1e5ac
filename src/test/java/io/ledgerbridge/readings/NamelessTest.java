package io.ledgerbridge.readings;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.posting.Settings;
import io.ledgerbridge.posting.Shop;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.TenderRow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** BigCommerce's {@code payment_provider_id} may be the payment's own id at the provider. */
class NamelessTest {

    private static final String PAYMENT = "PAYID-MARIA-1985";

    private final Shop shop = new Shop();

    @Test
    void leavesOutAProviderThatNobodyNames() {
        shop.gateway = PAYMENT;
        assertThat(kept(channel())).isNull();
        assertThat(kept(null)).isNull();
        assertThat(ReadingText.of(Nameless.of(shop.reading(), channel()))).doesNotContain(PAYMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"braintree", "PayPal_Express", "testgateway", " TestGateway "})
    void keepsAGatewayThatARowNamesAndTheTestGateway(String gateway) {
        shop.gateway = gateway;
        assertThat(kept(channel())).isEqualTo(gateway);
    }

    /** It stands in the reading as it is, and tells whose way of paying the order's is. */
    @Test
    void keepsTheGatewayOfAPaymentOrARefund() {
        shop.gateway = "adyen";
        shop.paid("adyen", "10.00");
        assertThat(kept(channel())).isEqualTo("adyen");
    }

    @Test
    void keepsTheShopsNameOfTheWayOfPaying() {
        shop.gateway = PAYMENT;
        assertThat(Nameless.of(shop.reading(), channel()).order().paymentMethod())
                .isEqualTo(shop.reading().order().paymentMethod());
    }

    private @Nullable String kept(@Nullable Channel channel) {
        return Nameless.of(shop.reading(), channel).order().paymentProvider();
    }

    private static Channel channel() {
        Channel plain = Objects.requireNonNull(new Settings().rules().channels().get("1"));
        TenderRow row = new TenderRow(
                List.of("braintree", "paypalexpress"), null, List.of(), TenderRow.Outcome.NO_ENTRY, null, null);
        return new Channel(
                plain.id(),
                plain.name(),
                plain.accounts(),
                plain.costOfGoods(),
                plain.costOfGoodsOnRefund(),
                null,
                List.of(row),
                List.of(),
                Map.of());
    }
}
