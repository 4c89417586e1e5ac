package io.ledgerbridge.api;

import io.ledgerbridge.api.requests.JsonRequestBody;
import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.health.StoreView;
import io.ledgerbridge.health.StoreViews;
import io.ledgerbridge.operations.LastScopes;
import io.ledgerbridge.operations.PingCheck;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.FluentProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The state of each store: how its two sides have answered of late, and by a ping how they answer now. */
@RestController
@RequestMapping("/api/stores")
public class StoresApi {

    private final Shops shops;
    private final StoreViews views;
    private final ShopTroubles tasks;
    private final LastScopes scopes;
    private final FluentProducerTemplate routes;

    StoresApi(Shops shops, StoreViews views, ShopTroubles tasks, LastScopes scopes, FluentProducerTemplate routes) {
        this.shops = shops;
        this.views = views;
        this.tasks = tasks;
        this.scopes = scopes;
        this.routes = routes;
    }

    /** What each check came to. */
    public record Pinged(List<Object> checks) {}

    /** Every store. */
    @GetMapping
    public List<StoreView> stores() {
        return views.all();
    }

    /**
     * Asks both sides now, and changes nothing at either; behind that, where it is asked for, what Sage X3 would refuse of
     * the mapping, and what of the program's own tasks keeps failing.
     */
    @PostMapping("/{store}/ping")
    public Pinged ping(@PathVariable String store, @RequestBody(required = false) @Nullable String body) {
        if (shops.find(store).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no store " + store);
        }
        boolean mapping =
                JsonRequestBody.of(body, "{} or {\"mapping\":true}", "mapping").flag("mapping");
        List<Object> checks = new ArrayList<>(bothSides(store));
        scopes.keep(store, checks);
        if (mapping) {
            checks.addAll(mapping(store));
        }
        checks.addAll(PingCheck.tasks(tasks.failing(store)));
        return new Pinged(checks);
    }

    private List<?> bothSides(String store) {
        return routes.withBody(store).to("direct:ping-store").request(List.class);
    }

    private List<?> mapping(String store) {
        return routes.withBody(store).to("direct:ping-store-mapping").request(List.class);
    }
}
