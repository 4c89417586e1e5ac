package io.ledgerbridge.health;

import io.ledgerbridge.faults.Seconds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * How each store gets on, for whoever may see details: up all the same, since a BigCommerce or a Sage X3 that is away, or
 * a paused store, is no fault of this program's. Nothing is looked up for those who see no details.
 */
@Component("stores")
class StoresHealth extends AbstractHealthIndicator {

    private final StoreViews views;

    StoresHealth(StoreViews views) {
        super("how the stores stand can't be read");
        this.views = views;
    }

    @Override
    public Health getHealth(boolean includeDetails) {
        return includeDetails ? super.getHealth(true) : Health.up().build();
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        views.all().forEach(store -> health.withDetail(store.store(), detail(store)));
    }

    private static Map<String, Object> detail(StoreView store) {
        Map<String, Object> detail = new LinkedHashMap<>();
        store.connections().forEach((side, connection) -> detail.put(side, words(connection)));
        if (store.paused() != null) {
            detail.put(
                    "paused",
                    "since %s by %s: %s"
                            .formatted(
                                    Seconds.of(store.paused().since()),
                                    store.paused().by(),
                                    store.paused().why()));
        }
        if (!store.tasks().isEmpty()) {
            detail.put("failingTasks", tasks(store));
        }
        if (store.orders().failing() > 0) {
            detail.put("ordersFailing", store.orders().failing());
        }
        return detail;
    }

    private static String words(StoreConnection connection) {
        if (connection.detail() == null) {
            return connection.state();
        }
        String since = connection.since() == null ? "" : " since " + Seconds.of(connection.since());
        return "%s%s: %s".formatted(connection.state(), since, connection.detail());
    }

    private static Map<String, String> tasks(StoreView store) {
        return store.tasks().stream()
                .collect(Collectors.toMap(
                        StoreView.Task::task,
                        task -> "failed %d times since %s: %s"
                                .formatted(task.failures(), Seconds.of(task.since()), task.words()),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
