package io.ledgerbridge.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.ledger.TypedAmount;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a form as the body of the API's call that does what the form asks for. What is empty isn't said. */
public final class CallBody {

    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private final ObjectNode body = JsonNodeFactory.instance.objectNode();

    /** Without blanks around it; left out where it is blank. */
    public CallBody text(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            body.put(name, value.strip());
        }
        return this;
    }

    /**
     * Likewise, as people of many countries write an amount; what is none is left to the API.
     *
     * @throws UnclearAmount where it can be read in two ways
     */
    public CallBody amount(String name, @Nullable String value) {
        List<BigDecimal> readings = value == null ? List.of() : TypedAmount.readings(value);
        if (value != null && readings.size() > 1) {
            throw new UnclearAmount(value.strip(), readings);
        }
        return text(name, readings.isEmpty() ? value : readings.get(0).toPlainString());
    }

    /** As it is, blank as well, such as a secret. */
    public CallBody exact(String name, String value) {
        body.put(name, value);
        return this;
    }

    /** Orders by their numbers. */
    public CallBody numbers(String name, List<Long> numbers) {
        ArrayNode all = body.putArray(name);
        numbers.forEach(all::add);
        return this;
    }

    /** One of BigCommerce's ids. */
    public CallBody id(String name, @Nullable String value) {
        if (value != null && ID.matcher(value.strip()).matches()) {
            body.put(name, Long.parseLong(value.strip()));
            return this;
        }
        return text(name, value);
    }

    /** That it is so. */
    public CallBody flag(String name) {
        body.put(name, true);
        return this;
    }

    /** That it is nobody. */
    public CallBody nobody(String name) {
        body.putNull(name);
        return this;
    }

    /** As the API takes it. */
    public String json() {
        return body.toString();
    }
}
