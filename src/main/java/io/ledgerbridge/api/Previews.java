package io.ledgerbridge.api;

import io.ledgerbridge.api.requests.NotRead;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.parked.OrderPreview;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.FluentProducerTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Asks the route preview-order, and waits for its answer. */
@Component
public class Previews {

    private final FluentProducerTemplate routes;
    private final Words words;

    Previews(FluentProducerTemplate routes, Words words) {
        this.words = words;
        this.routes = routes;
    }

    /**
     * What working an order would come to now.
     *
     * @throws ResponseStatusException 502 where BigCommerce doesn't give the order, in its words
     */
    public PreviewView of(OrderPreview.Asked asked) {
        return PreviewView.of(asked.store(), asked.order(), planned(asked));
    }

    /**
     * Likewise, as it is planned.
     *
     * @throws ResponseStatusException 502 where BigCommerce doesn't give the order, in its words
     */
    public OrderPreview.Preview planned(OrderPreview.Asked asked) {
        try {
            return routes.withBody(asked).to("direct:preview-order").request(OrderPreview.Preview.class);
        } catch (CamelExecutionException failure) {
            throw NotRead.of(failure, words);
        }
    }
}
