package io.ledgerbridge.readings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import java.math.BigDecimal;

/**
 * A reading as a text, in BigCommerce's own names: the figures that entries are made of, and nothing that names a person.
 * What is null, zero, false or empty is left out. The same reading gives the same text.
 */
final class ReadingText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .withConfigOverride(
                    BigDecimal.class,
                    amounts -> amounts.setInclude(
                            JsonInclude.Value.construct(JsonInclude.Include.CUSTOM, null, Zero.class, null)))
            .withConfigOverride(String.class, texts -> texts.setInclude(always(JsonInclude.Include.NON_NULL)))
            .withConfigOverride(long.class, ids -> ids.setInclude(always(JsonInclude.Include.NON_DEFAULT)))
            .withConfigOverride(int.class, numbers -> numbers.setInclude(always(JsonInclude.Include.NON_DEFAULT)))
            .withConfigOverride(boolean.class, flags -> flags.setInclude(always(JsonInclude.Include.NON_DEFAULT)))
            .addMixIn(Order.class, WithoutCustomer.class)
            .addMixIn(Refund.Item.class, ZeroIsAnAmount.class)
            .build();

    /** Whose order it is is nobody's business here. */
    @JsonIgnoreProperties(
            value = {"customer_id"},
            ignoreUnknown = true)
    private interface WithoutCustomer {

        @JsonProperty("total_inc_tax")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        BigDecimal totalIncTax();
    }

    /** An amount of zero is requested; none at all means that units are refunded at their price. */
    private interface ZeroIsAnAmount {

        @JsonProperty("quantity")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        BigDecimal quantity();

        @JsonProperty("requested_amount")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        BigDecimal requestedAmount();
    }

    private ReadingText() {}

    static String of(OrderReading reading) {
        try {
            return JSON.writeValueAsString(reading);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The reading that a text says.
     *
     * @throws IllegalArgumentException where it says none
     */
    static OrderReading read(String text) {
        try {
            return JSON.readValue(text, OrderReading.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("a kept reading can't be read: " + unreadable.getOriginalMessage());
        }
    }

    private static JsonInclude.Value always(JsonInclude.Include include) {
        return JsonInclude.Value.construct(include, JsonInclude.Include.ALWAYS);
    }
}
