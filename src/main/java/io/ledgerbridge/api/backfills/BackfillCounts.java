package io.ledgerbridge.api.backfills;

import io.ledgerbridge.api.requests.NotRead;
import io.ledgerbridge.catchup.Backfills;
import io.ledgerbridge.catchup.CountedOrders;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.logging.Words;
import java.time.LocalDate;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.FluentProducerTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Asks BigCommerce how many orders some days have, before any is marked. */
@Component
public class BackfillCounts {

    /** So many pages of 250 are asked for: what is behind them isn't counted. */
    private static final int MOST_PAGES = 4;

    private final FluentProducerTemplate routes;
    private final Backfills backfills;
    private final Words words;

    BackfillCounts(FluentProducerTemplate routes, Backfills backfills, Words words) {
        this.routes = routes;
        this.backfills = backfills;
        this.words = words;
    }

    /**
     * The first thousand orders that were created on these days.
     *
     * @param last included
     * @throws ResponseStatusException 502 where BigCommerce doesn't give its list
     * @throws IllegalArgumentException where the last day is before the first, or no such store is set up
     */
    public CountedOrders of(String store, LocalDate first, LocalDate last) {
        CountedOrders counted = CountedOrders.NONE;
        for (int page = 0; page < MOST_PAGES && counted.more(); page++) {
            counted = with(counted, list(store, backfills.resource(store, first, last, counted.last())));
        }
        return counted;
    }

    private CountedOrders with(CountedOrders counted, String page) {
        try {
            return counted.with(page);
        } catch (Fault noList) {
            throw new ResponseStatusException(HttpStatus.BAD_GATEWAY, words.kept(noList.words()), noList);
        }
    }

    private String list(String store, String resource) {
        try {
            return routes.withVariable("store", store)
                    .withVariable("resource", resource)
                    .withBody("")
                    .to("direct:read-order-resource")
                    .request(String.class);
        } catch (CamelExecutionException failure) {
            throw NotRead.of(failure, words);
        }
    }
}
