package io.ledgerbridge.console.story.timeline;

import io.ledgerbridge.api.AuditApi;
import io.ledgerbridge.api.AuditTrailView;
import io.ledgerbridge.api.OrdersApi;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.audit.AuditLink;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts what came and what was done into the order of time. */
@Component
public class Timelines {

    /** So many links at the most: the page Audit has those before. */
    private static final int MOST = 500;

    private final AuditTrail trail;
    private final AuditApi audit;
    private final StepMoments steps;
    private final EventMoments events;

    Timelines(AuditTrail trail, AuditApi audit, StepMoments steps, EventMoments events) {
        this.trail = trail;
        this.audit = audit;
        this.steps = steps;
        this.events = events;
    }

    /** The number of the newest link; 0 where there is none. */
    public int newest(String store, long order) {
        return trail.newestOf(store, order).map(AuditLink::link).orElse(0);
    }

    /** How many links came before those that are shown. */
    public int before(int newest) {
        return Math.max(0, newest - MOST);
    }

    public List<Moment> of(OrdersApi.OrderView order, int newest) {
        Stream<Moment> done =
                links(order.store(), order.order(), before(newest)).stream().map(link -> steps.of(order.store(), link));
        return Stream.concat(events.of(order).stream(), done)
                .sorted(Comparator.comparing(Moment::at))
                .toList();
    }

    /** Those after one. */
    public List<AuditTrailView.Link> links(String store, long order, int after) {
        return audit.trail(store, order, after).items();
    }
}
