package io.ledgerbridge.bigcommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ledgerbridge.CpuTime;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.TransientFault;
import io.ledgerbridge.hooks.HookCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that BigCommerce can answer costs more than reading it, or is taken for what it isn't. */
@Timeout(300)
class ShopRepliesTest {

    @RegisterExtension
    static final CpuTime COST = new CpuTime(Duration.ofSeconds(20));

    private final ShopReplies replies = new ShopReplies(Clock.systemUTC()::instant);

    static Stream<String> noLists() {
        return Stream.of("[null]", "{\"data\": null}", "{\"data\": [null]}", "{\"data\": {}}", "7", "\"\"", "[[]]");
    }

    @ParameterizedTest
    @MethodSource("noLists")
    void takesNoListForNone(String text) {
        assertThat(fault(() -> replies.hooks(text))).isInstanceOf(TransientFault.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | <html>Bad Request</html>                     | io.ledgerbridge.faults.TransientFault",
                "400 |                                              | io.ledgerbridge.faults.TransientFault",
                "400 | Bad Request                                  | io.ledgerbridge.faults.TransientFault",
                "405 | <html>Not allowed</html>                     | io.ledgerbridge.faults.TransientFault",
                "404 | <html>Back soon</html>                       | io.ledgerbridge.faults.TransientFault",
                "408 | {\"title\": \"Request time-out\"}            | io.ledgerbridge.faults.TransientFault",
                "302 | {\"title\": \"Found\"}                       | io.ledgerbridge.faults.TransientFault",
                "500 | {\"title\": \"Internal error\"}              | io.ledgerbridge.faults.TransientFault",
                "400 | [{\"status\": 400, \"message\": \"No.\"}]    | io.ledgerbridge.faults.NeedsPersonFault",
                "422 | {\"status\": 422, \"title\": \"No.\"}        | io.ledgerbridge.faults.NeedsPersonFault",
                "409 | {}                                           | io.ledgerbridge.faults.NeedsPersonFault",
            })
    void takesBigCommercesOwnNoForOneAndNobodyElses(int status, @Nullable String text, Class<? extends Fault> kind) {
        assertThat(fault(() -> replies.checked(status, Map.of(), text))).isInstanceOf(kind);
    }

    @Test
    void readsNoEndlessListOfWebhooks() {
        Fault fault = fault(() -> {
            HookCheck check = HookCheck.of("us", true);
            for (int page = 0; check.incomplete(); page++) {
                check = check.with(replies.hooks("{\"data\":["
                        + ids(page * 250L + 1, 250).stream()
                                .map(id -> "{\"id\":" + id + "}")
                                .collect(Collectors.joining(","))
                        + "]}"));
            }
        });

        assertThat(fault.words()).contains("more than 10000 webhooks");
    }

    private static List<Long> ids(long first, int count) {
        return LongStream.range(first, first + count).boxed().toList();
    }

    private static Fault fault(ThrowingCallable reading) {
        return Objects.requireNonNull(catchThrowableOfType(Fault.class, reading));
    }
}
