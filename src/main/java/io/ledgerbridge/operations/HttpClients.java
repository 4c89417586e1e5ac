package io.ledgerbridge.operations;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.books.Fault;
import io.ledgerbridge.books.Side;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.OneRequestClient;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.stereotype.Component;

/**
 * Gives each store an HTTP client of its own to either side, named {@code bigcommerce-{store}} and
 * {@code sage-x3-{store}} in the routes, and {@code reach-{store}}, which asks nobody whether Sage X3 may be called.
 */
@Component
class HttpClients implements CamelContextConfiguration {

    private final Shops shops;
    private final Folders folders;
    private final CircuitBreakerRegistry breakers;

    HttpClients(Shops shops, Folders folders, CircuitBreakerRegistry breakers) {
        this.shops = shops;
        this.folders = folders;
        this.breakers = breakers;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        shops.all()
                .forEach((store, shop) ->
                        camel.getRegistry().bind("bigcommerce-" + store, OneRequestClient.with(shop.requestTimeout())));
        folders.all().forEach((store, folder) -> {
            camel.getRegistry().bind("sage-x3-" + store, client(store, folder));
            camel.getRegistry().bind("reach-" + store, OneRequestClient.with(folder.requestTimeout()));
        });
    }

    private CloseableHttpClient client(String store, FolderSettings folder) {
        return OneRequestClient.with(
                folder.requestTimeout(),
                breakers.circuitBreaker("sage-x3-" + store),
                () -> Fault.down(Side.SAGE_X3, "Sage X3 failed too often of late and is left alone for a while"));
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        // everything is bound before the routes start
    }
}
