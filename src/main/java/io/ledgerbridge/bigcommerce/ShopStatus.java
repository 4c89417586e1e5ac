package io.ledgerbridge.bigcommerce;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.faults.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells by an answer's status whether it is one, and what is to be done about it where it isn't. */
final class ShopStatus {

    /** An order that is just being made may not be found at once. */
    private static final int TRIES_TO_FIND = 3;

    private final DatabaseClock clock;

    ShopStatus(DatabaseClock clock) {
        this.clock = clock;
    }

    /**
     * The text of an answer; empty where there is nothing (204).
     *
     * @throws Fault where it is none
     */
    String checked(int status, Map<String, Object> headers, @Nullable String body) {
        String text = body == null ? "" : body;
        if (status == 204) {
            return "";
        }
        if (status == 200 || status == 201) {
            if (text.isBlank()) {
                throw ShopJson.unreadable("HTTP %d without a body".formatted(status), null);
            }
            return text;
        }
        ErrorBody error = ErrorBody.of(text);
        String words = "BigCommerce answered with HTTP %d%s"
                .formatted(status, text.isBlank() ? ", without a body" : ": " + error.words());
        throw switch (status) {
            case 401, 403 -> Fault.credentials(Side.BIGCOMMERCE, words);
            case 429 -> throttled(headers, words);
            case 404 ->
                error.isJson() || text.isBlank()
                        ? Fault.needsPersonAfter(TRIES_TO_FIND, notFound(words))
                        : Fault.passing(words, null);
            default -> isRefusal(status, error) ? Fault.needsPerson(refused(words)) : Fault.passing(words, null);
        };
    }

    private Fault throttled(Map<String, Object> headers, String words) {
        long millis = Math.max(number(headers, "X-Rate-Limit-Time-Reset-Ms"), 1000 * number(headers, "X-Retry-After"));
        if (millis <= 0) {
            return Fault.passing(words, null);
        }
        Instant until = clock.now().plus(Duration.ofMillis(millis));
        return Fault.throttled(Side.BIGCOMMERCE, words, until);
    }

    /** Only BigCommerce's own no is one: a page of HTML comes from something on the way. */
    private static boolean isRefusal(int status, ErrorBody error) {
        return status >= 400 && status < 500 && status != 408 && status != 425 && error.isJson();
    }

    private static long number(Map<String, Object> headers, String name) {
        for (Map.Entry<String, Object> header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase(name)
                    && String.valueOf(header.getValue()).matches("[0-9]{1,9}")) {
                return Long.parseLong(String.valueOf(header.getValue()));
            }
        }
        return 0;
    }

    private static ParkReason notFound(String words) {
        return new ParkReason(
                ParkCode.ORDER_NOT_FOUND,
                words,
                "See in BigCommerce whether the order was deleted; if so, set it aside as no-entry.");
    }

    private static ParkReason refused(String words) {
        return new ParkReason(
                ParkCode.REFUSED_BY_BIGCOMMERCE,
                words,
                "Check the store's api-url, store-hash and token, then work the order again.");
    }
}
