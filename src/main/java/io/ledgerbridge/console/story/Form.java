package io.ledgerbridge.console.story;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a form as the body of the API's call that does what the form asks for. What is empty isn't said. */
final class Form {

    /** As people of many countries write an amount, where nobody could take the comma for one between thousands. */
    private static final Pattern WITH_COMMA = Pattern.compile("^([0-9]+),([0-9]{1,2})$");

    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private final ObjectNode body = JsonNodeFactory.instance.objectNode();

    Form text(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            body.put(name, value.strip());
        }
        return this;
    }

    Form amount(String name, @Nullable String value) {
        return text(
                name, value == null ? null : WITH_COMMA.matcher(value.strip()).replaceFirst("$1.$2"));
    }

    /** One of BigCommerce's ids. */
    Form id(String name, @Nullable String value) {
        if (value != null && ID.matcher(value.strip()).matches()) {
            body.put(name, Long.parseLong(value.strip()));
            return this;
        }
        return text(name, value);
    }

    Form flag(String name) {
        body.put(name, true);
        return this;
    }

    Form nobody(String name) {
        body.putNull(name);
        return this;
    }

    String json() {
        return body.toString();
    }
}
