package io.ledgerbridge.console.story.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.api.EventView;
import io.ledgerbridge.posting.explained.StatusName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of BigCommerce's events. */
@Component
class EventMoments {

    private static final String ORDERS = "store/order/";

    private final StoryWords words;
    private final ObjectMapper json;

    EventMoments(StoryWords words, ObjectMapper json) {
        this.words = words;
        this.json = json;
    }

    Moment of(EventView event) {
        String scope = event.scope() == null ? "" : event.scope();
        String name =
                scope.startsWith(ORDERS) ? scope.substring(ORDERS.length()).replace('/', '-') : scope;
        String told = words.orElse(
                "event." + name,
                words.of("event.other", scope),
                status(event.previousStatus()),
                status(event.newStatus()),
                event.refund() == null ? "" : String.valueOf(event.refund()));
        return new Moment(event.receivedAt(), null, told, null, false, raw(event));
    }

    private static String status(@Nullable Integer id) {
        return id == null ? "?" : StatusName.of(id);
    }

    private String raw(EventView event) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(event);
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
