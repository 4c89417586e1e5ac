package io.ledgerbridge.bigcommerce;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.Fault;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads BigCommerce's answers. What is none becomes a fault that says what is to be done about it. */
@Component
public class ShopReplies {

    private final ShopJson json = new ShopJson();
    private final ShopStatus answers;

    ShopReplies(DatabaseClock clock) {
        this.answers = new ShopStatus(clock);
    }

    /**
     * The text of an answer; empty where there is nothing (204).
     *
     * @throws Fault where it is none
     */
    public String checked(int status, Map<String, Object> headers, @Nullable String body) {
        return answers.checked(status, headers, body);
    }

    /**
     * One page of the store's webhooks.
     *
     * @throws Fault where the text is no list of webhooks
     */
    public List<Hook> hooks(String text) {
        return text.isEmpty() ? List.of() : json.data(text, Hook.class, "a list of webhooks");
    }
}
