package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.console.Said;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Does something about each of some orders, whatever of it is refused, and says which are done and which aren't, and why. */
@Component
class EachOrder {

    private final MessageSource messages;

    EachOrder(MessageSource messages) {
        this.messages = messages;
    }

    /** @param done how the message of those ends that are done */
    Said of(List<OrderKey> keys, String done, Consumer<OrderKey> deed) {
        if (keys.isEmpty()) {
            return Said.done("needs-you.said.nothing-ticked");
        }
        List<String> refusals = new ArrayList<>();
        keys.forEach(key -> Said.refusalOf(() -> deed.accept(key)).ifPresent(why -> refusals.add(about(key, why))));
        int many = keys.size() - refusals.size();
        return Said.partly(many == 0 ? null : "needs-you.said." + done, List.of(many), refusals);
    }

    private String about(OrderKey key, String why) {
        return messages.getMessage(
                "needs-you.refused.of-order",
                new Object[] {Long.toString(key.order()), key.store(), why},
                LocaleContextHolder.getLocale());
    }
}
