package io.ledgerbridge.console.story.timeline;

import io.ledgerbridge.api.EventView;
import io.ledgerbridge.api.OrdersApi;
import io.ledgerbridge.posting.explained.StatusName;
import io.ledgerbridge.queue.EventRows;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of BigCommerce's events. */
@Component
class EventMoments {

    private static final String ORDERS = "store/order/";

    /** BigCommerce tells seconds: of one second this comes first. */
    private static final String CREATED = "store/order/created";

    /** So much of a body is shown; BigCommerce's have a few hundred. */
    private static final int MOST_BYTES = 4000;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}&&[^\\n\\t]]");

    private final StoryWords words;
    private final EventRows rows;

    EventMoments(StoryWords words, EventRows rows) {
        this.words = words;
        this.rows = rows;
    }

    List<Moment> of(OrdersApi.OrderView order) {
        Map<Long, String> bodies = rows.bodies(
                order.store(),
                order.order(),
                order.events().stream().map(EventView::id).toList(),
                MOST_BYTES + 1);
        return order.events().stream()
                .sorted(Comparator.comparing(event -> !CREATED.equals(event.scope())))
                .map(event -> of(event, bodies.get(event.id())))
                .toList();
    }

    private Moment of(EventView event, @Nullable String body) {
        String scope = event.scope() == null ? "" : event.scope();
        String name =
                scope.startsWith(ORDERS) ? scope.substring(ORDERS.length()).replace('/', '-') : scope;
        String told = words.orElse(
                "event." + name,
                words.of("event.other", scope),
                status(event.previousStatus()),
                status(event.newStatus()),
                event.refund() == null ? "" : String.valueOf(event.refund()));
        return new Moment(event.receivedAt(), null, told, null, false, body == null ? words.of("erased") : shown(body));
    }

    private static String status(@Nullable Integer id) {
        return id == null ? "?" : StatusName.of(id);
    }

    /** Anybody may have sent it: what can't be seen, or turns the text around, is shown as a mark. */
    static String shown(String body) {
        String plain = INVISIBLE.matcher(body).replaceAll("\ufffd");
        return body.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES ? plain + " …" : plain;
    }
}
