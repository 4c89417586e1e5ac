package io.ledgerbridge.bigcommerce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.http.ExternalJson;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads BigCommerce's JSON: V2's arrays and objects, and V3's lists. */
public final class ShopJson {

    /** At so many readings in a row an amount that can't be one parks its order. */
    private static final int TRIES_TO_READ = 3;

    private static final int LONGEST_WORDS = 500;

    private final ObjectMapper json = ExternalJson.mapper()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addDeserializer(BigDecimal.class, new AmountDeserializer()))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * The rows of one of V3's lists.
     *
     * @throws Fault where the text is none
     */
    public <T> List<T> data(String text, Class<T> type, String what) {
        ShopData<T> list = read(text, json.getTypeFactory().constructParametricType(ShopData.class, type), what);
        if (list.data() == null) {
            throw unreadable(what + ": there is no data", null);
        }
        return rows(list.data(), what);
    }

    /**
     * The rows of one of V2's lists.
     *
     * @throws Fault where one is null
     */
    public static <T> List<T> rows(@Nullable T[] rows, String what) {
        return rows(Arrays.asList(rows), what);
    }

    private static <T> List<T> rows(List<@Nullable T> rows, String what) {
        return rows.stream()
                .map(row -> Optional.ofNullable(row)
                        .orElseThrow(() -> unreadable(what + ": one of its rows is empty", null)))
                .toList();
    }

    /**
     * The text as it is, to see what is in it.
     *
     * @throws Fault where it is no JSON
     */
    public JsonNode tree(String text, String what) {
        return read(text, JsonNode.class, what);
    }

    /**
     * A value of a type.
     *
     * @throws Fault where the text is none
     */
    public <T> T read(String text, Class<T> type, String what) {
        return read(text, json.constructType(type), what);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // what the type says, which Jackson keeps to
    private <T> T read(String text, JavaType type, String what) {
        try {
            T value = json.readValue(text, type);
            if (value == null) {
                throw unreadable(what + ": the answer is empty", null);
            }
            return value;
        } catch (AmountDeserializer.Beyond beyond) {
            throw Fault.needsPersonAfter(TRIES_TO_READ, beyond.reason(what));
        } catch (JsonProcessingException notIt) {
            throw unreadable(what + " can't be read: " + shortened(JsonWords.of(notIt, text)), notIt);
        }
    }

    /** Half a body and a page of HTML are passing; what stays unreadable parks when the order's time is up. */
    public static Fault unreadable(String words, @Nullable Throwable cause) {
        return Fault.unreadable("BigCommerce: " + words, cause);
    }

    /** As much of a text as is shown. */
    static String shortened(String words) {
        return words.substring(0, Math.min(words.length(), LONGEST_WORDS));
    }
}
