package io.ledgerbridge.operations;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.http.AnswerLimits;
import io.ledgerbridge.http.NonClosingClient;
import io.ledgerbridge.http.OneRequestClient;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.calls.Calls;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;
import org.springframework.stereotype.Component;

/**
 * Gives each store an HTTP client of its own to either side, named {@code bigcommerce-{store}} and
 * {@code sage-x3-{store}} in the routes, and {@code reach-{store}}, which asks nobody whether Sage X3 may be called.
 */
@Component
public class HttpClients implements CamelContextConfiguration {

    public static final Set<String> PREFIXES = Set.of("bigcommerce-", "sage-x3-", "reach-");

    private final Shops shops;
    private final Folders folders;
    private final CircuitBreakerRegistry breakers;
    private final Calls calls;
    private final AnswerLimits limits;
    private final List<CloseableHttpClient> owned = new CopyOnWriteArrayList<>();

    HttpClients(Shops shops, Folders folders, CircuitBreakerRegistry breakers, Calls calls, AnswerLimits limits) {
        this.shops = shops;
        this.folders = folders;
        this.breakers = breakers;
        this.calls = calls;
        this.limits = limits;
    }

    /** Whether a name, or the beginning of one that ends with a store's key, can be that of a client. */
    public static boolean mayBind(String name, boolean beginning) {
        return PREFIXES.stream().anyMatch(prefix -> beginning ? name.equals(prefix) : name.startsWith(prefix));
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        shops.all()
                .forEach((store, shop) -> lend(
                        camel,
                        "bigcommerce-" + store,
                        OneRequestClient.with(
                                "BigCommerce", shop.requestTimeout(), limits, calls.watch(store, Side.BIGCOMMERCE))));
        folders.all().forEach((store, folder) -> {
            lend(camel, "sage-x3-" + store, client(store, folder));
            lend(camel, "reach-" + store, OneRequestClient.with("Sage X3", folder.requestTimeout(), limits));
        });
    }

    private void lend(CamelContext camel, String name, CloseableHttpClient client) {
        owned.add(client);
        camel.getRegistry().bind(name, new NonClosingClient(client));
    }

    private CloseableHttpClient client(String store, FolderSettings folder) {
        return OneRequestClient.with(
                "Sage X3",
                folder.requestTimeout(),
                limits,
                breakers.circuitBreaker("sage-x3-" + store),
                () -> Fault.down(Side.SAGE_X3, "Sage X3 failed too often of late and is left alone for a while"),
                calls.watch(store, Side.SAGE_X3));
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        // everything is bound before the routes start
    }

    /** The routes have been stopped by then. */
    @PreDestroy
    void close() {
        owned.forEach(client -> client.close(CloseMode.GRACEFUL));
    }
}
