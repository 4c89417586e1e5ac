package io.ledgerbridge.operations;

import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.OneRequestClient;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;

/**
 * Gives each store an HTTP client of its own to either side, named {@code bigcommerce-{store}} and
 * {@code sage-x3-{store}} in the routes.
 */
@Component
class HttpClients implements CamelContextConfiguration {

    private final Shops shops;
    private final Folders folders;

    HttpClients(Shops shops, Folders folders) {
        this.shops = shops;
        this.folders = folders;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        shops.all()
                .forEach((store, shop) ->
                        camel.getRegistry().bind("bigcommerce-" + store, OneRequestClient.with(shop.requestTimeout())));
        folders.all()
                .forEach((store, folder) ->
                        camel.getRegistry().bind("sage-x3-" + store, OneRequestClient.with(folder.requestTimeout())));
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        // everything is bound before the routes start
    }
}
