package io.ledgerbridge.console;

import io.ledgerbridge.catchup.LastLooks;
import io.ledgerbridge.health.StoreViews;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says how fresh the figures of a page are, for {@code parts :: fresh}. */
@Component("freshness")
public class Freshness {

    private final StoreViews stores;
    private final LastLooks looks;

    Freshness(StoreViews stores, LastLooks looks) {
        this.stores = stores;
        this.looks = looks;
    }

    /** Of the stores that a page is about and that are set up. */
    public List<Answered> of(Chosen chosen) {
        Map<String, Instant> looked = looks.byStore();
        return stores.all().stream()
                .filter(store -> chosen.store() == null || store.store().equals(chosen.store()))
                .map(store -> Answered.of(store, looked.get(store.store())))
                .toList();
    }
}
