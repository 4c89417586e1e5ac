package io.ledgerbridge.bigcommerce;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.http.ExternalJson;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads BigCommerce's answers. What is none becomes a fault that says what is to be done about it. */
@Component
public class ShopReplies {

    /** An order that is just being made may not be found at once. */
    private static final int TRIES_TO_FIND = 3;

    private static final int LONGEST_WORDS = 500;

    /** At so many readings in a row an amount that can't be one parks its order. */
    private static final int TRIES_TO_READ = 3;

    private final ObjectMapper json = ExternalJson.mapper()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addDeserializer(BigDecimal.class, new Amount()))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final DatabaseClock clock;

    ShopReplies(DatabaseClock clock) {
        this.clock = clock;
    }

    /**
     * The text of an answer; empty where there is nothing (204).
     *
     * @throws Fault where it is none
     */
    public String checked(int status, Map<String, Object> headers, @Nullable String body) {
        String text = body == null ? "" : body;
        if (status == 204) {
            return "";
        }
        if (status == 200 || status == 201) {
            if (text.isBlank()) {
                throw unreadable("HTTP %d without a body".formatted(status), null);
            }
            return text;
        }
        String words = "BigCommerce answered with " + words(status, text);
        throw switch (status) {
            case 401, 403 -> Fault.credentials(Side.BIGCOMMERCE, words);
            case 429 -> throttled(headers, words);
            case 404 ->
                isJson(text) || text.isBlank()
                        ? Fault.needsPersonAfter(TRIES_TO_FIND, notFound(words))
                        : Fault.passing(words, null);
            default -> isRefusal(status, text) ? Fault.needsPerson(refused(words)) : Fault.passing(words, null);
        };
    }

    /**
     * An order, where the text is the one that was asked for.
     *
     * @throws Fault where it is not
     */
    public Order order(long asked, String text) {
        Order order = read(text, Order.class, "order " + asked);
        if (order.id() != asked
                || order.createdAt() == null
                || order.currencyCode() == null
                || order.totalIncTax() == null) {
            throw unreadable("order %d lacks its id, date, currency or total".formatted(asked), null);
        }
        return order;
    }

    public ProductPages noProducts(Order order) {
        return ProductPages.none(order);
    }

    /**
     * The pages read so far and one more.
     *
     * @throws Fault where the text is no list of products
     */
    public ProductPages withPage(ProductPages pages, String text) {
        String what = "products of order " + pages.order();
        return pages.with(text.isEmpty() ? List.of() : rows(read(text, OrderProduct[].class, what), what));
    }

    public RefundPages noRefunds(Order order) {
        return RefundPages.none(order.id());
    }

    /**
     * The pages read so far and one more.
     *
     * @throws Fault where the text is no list of refunds, or not of the order's
     */
    public RefundPages withRefunds(RefundPages pages, String text) {
        return pages.with(text.isEmpty() ? List.of() : data(text, Refund.class, "refunds of order " + pages.order()));
    }

    /** Everything that was read of an order. */
    public OrderReading reading(Order order, List<OrderProduct> products, List<Refund> refunds) {
        return new OrderReading(order, products, refunds);
    }

    /**
     * One page of the store's orders; empty where there are none.
     *
     * @throws Fault where the text is no list of orders
     */
    public List<ListedOrder> listedOrders(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        return rows(read(text, OrderRow[].class, "a list of orders"), "a list of orders").stream()
                .map(row -> listed(row.id, row.id, row.modified))
                .toList();
    }

    /**
     * One page of the store's refunds; empty where there are none.
     *
     * @throws Fault where the text is no list of refunds
     */
    public List<ListedOrder> listedRefunds(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        return data(text, RefundRow.class, "a list of refunds").stream()
                .map(row -> listed(row.order, row.id, row.created == null ? null : row.created.toInstant()))
                .toList();
    }

    /**
     * One page of the store's webhooks.
     *
     * @throws Fault where the text is no list of webhooks
     */
    public List<Hook> hooks(String text) {
        return text.isEmpty() ? List.of() : data(text, Hook.class, "a list of webhooks");
    }

    /** What a list tells of an order; the rest is passed over, so that nothing in it can make the list unreadable. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record OrderRow(
            long id,

            @JsonProperty("date_modified") @JsonDeserialize(using = Rfc2822Instant.class) @Nullable
            Instant modified) {}

    /** Likewise of a refund. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record RefundRow(
            long id,
            @JsonProperty("order_id") long order,
            @Nullable OffsetDateTime created) {}

    private static ListedOrder listed(long order, long row, @Nullable Instant changed) {
        if (order <= 0 || row <= 0) {
            throw unreadable("a list has a row without its id", null);
        }
        return new ListedOrder(order, row, changed);
    }

    /** V3's lists. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Data<T>(@Nullable List<@Nullable T> data) {}

    private <T> List<T> data(String text, Class<T> type, String what) {
        Data<T> list = read(text, json.getTypeFactory().constructParametricType(Data.class, type), what);
        if (list.data() == null) {
            throw unreadable(what + ": there is no data", null);
        }
        return rows(list.data(), what);
    }

    private static <T> List<T> rows(@Nullable T[] rows, String what) {
        return rows(Arrays.asList(rows), what);
    }

    private static <T> List<T> rows(List<@Nullable T> rows, String what) {
        List<T> there = new ArrayList<>();
        for (T row : rows) {
            if (row == null) {
                throw unreadable(what + ": one is null", null);
            }
            there.add(row);
        }
        return there;
    }

    private <T> T read(String text, Class<T> type, String what) {
        return read(text, json.constructType(type), what);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // what the type says, which Jackson keeps to
    private <T> T read(String text, JavaType type, String what) {
        try {
            T value = json.readValue(text, type);
            if (value == null) {
                throw unreadable(what + ": the answer was null", null);
            }
            return value;
        } catch (Amount.Beyond beyond) {
            throw Fault.needsPersonAfter(TRIES_TO_READ, beyond(what, beyond));
        } catch (JsonProcessingException notIt) {
            throw unreadable(what + " can't be read: " + shortened(notIt.getOriginalMessage()), notIt);
        }
    }

    private static ParkReason beyond(String what, Amount.Beyond beyond) {
        String field = beyond.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return new ParkReason(
                ParkCode.UNREADABLE,
                "BigCommerce: %s: %s %s".formatted(what, field, beyond.getOriginalMessage()),
                "Mend the amount in BigCommerce, then replay the order.");
    }

    /** Half a body and a page of HTML are passing; what stays unreadable parks when the order's time is up. */
    public static Fault unreadable(String words, @Nullable Throwable cause) {
        return Fault.unreadable("BigCommerce: " + words, cause);
    }

    private static String shortened(String words) {
        return words.substring(0, Math.min(words.length(), LONGEST_WORDS));
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
    private boolean isRefusal(int status, String text) {
        return status >= 400 && status < 500 && status != 408 && status != 425 && isJson(text);
    }

    private boolean isJson(String text) {
        try {
            return json.readTree(text).isContainerNode();
        } catch (JsonProcessingException html) {
            return false;
        }
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

    /** V2 answers an array, V3 an object, and now and then there is HTML. */
    private String words(int status, String text) {
        List<String> words = new ArrayList<>();
        try {
            JsonNode answer = json.readTree(text);
            for (JsonNode error : answer.isArray() ? answer : List.of(answer)) {
                String title = error.path("title").asText(error.path("message").asText(""));
                if (!title.isEmpty()) {
                    words.add(title + (error.path("errors").isEmpty() ? "" : " " + error.path("errors")));
                }
            }
        } catch (JsonProcessingException html) {
            words.clear();
        }
        String joined = words.isEmpty() ? text.strip().replaceAll("\\s+", " ") : String.join("; ", words);
        return "HTTP " + status + ": " + shortened(joined);
    }

    private static ParkReason notFound(String words) {
        return new ParkReason(
                ParkCode.ORDER_NOT_FOUND, words, "See in BigCommerce whether the order was deleted; if so, dismiss it.");
    }

    private static ParkReason refused(String words) {
        return new ParkReason(
                ParkCode.REFUSED_BY_BIGCOMMERCE, words, "Check the store's api-url, store-hash and token, then replay.");
    }
}
