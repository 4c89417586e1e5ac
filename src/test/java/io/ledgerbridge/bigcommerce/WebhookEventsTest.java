package io.ledgerbridge.bigcommerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.CpuTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signed delivery can hold anything, too. */
@Timeout(300)
class WebhookEventsTest {

    @RegisterExtension
    static final CpuTime COST = new CpuTime(Duration.ofSeconds(10));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"id\": 1e400000000",
                "\"id\": \"1e400000000\"",
                "\"id\": 250, \"id\": 251",
                "\"id\": 99999999999999999999",
                "\"id\": [250]",
                "\"id\": -250",
                "\"id\": 2.5",
                "\"id\": NaN"
            })
    void takesNoOrderFromWhatIsNoId(String data) {
        assertThat(read(data)).isInstanceOf(WebhookEvent.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {70, 30_000})
    void readsNothingThatIsDeep(int depth) {
        assertThat(read("\"id\": 250, \"more\": " + "[".repeat(depth) + "]".repeat(depth)))
                .isInstanceOf(WebhookEvent.Unreadable.class);
    }

    private static WebhookEvent read(String data) {
        String body = """
                {"scope": "store/order/created", "producer": "stores/abc123", "created_at": 1e400000000,
                 "data": {"type": "order", %s}}""".formatted(data);
        return new WebhookEvents().read(body.getBytes(StandardCharsets.UTF_8), "abc123");
    }
}
