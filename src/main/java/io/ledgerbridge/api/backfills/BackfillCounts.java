package io.ledgerbridge.api.backfills;

import io.ledgerbridge.api.requests.NotRead;
import io.ledgerbridge.catchup.Backfills;
import io.ledgerbridge.catchup.CountedOrders;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.sagex3.calls.Calls;
import java.time.Clock;
import java.time.LocalDate;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.FluentProducerTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Asks BigCommerce how many orders some days have, before any is marked: some pages at a time, as long as calls are left. */
@Component
public class BackfillCounts {

    /** So many pages of 250 are asked for at a time: a person waits for them. */
    private static final int MOST_PAGES = 4;

    private final FluentProducerTemplate routes;
    private final Backfills backfills;
    private final Calls calls;
    private final Words words;
    private final Clock clock;

    BackfillCounts(FluentProducerTemplate routes, Backfills backfills, Calls calls, Words words, Clock clock) {
        this.routes = routes;
        this.backfills = backfills;
        this.calls = calls;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Up to a thousand more of the orders that were created on these days: fewer where they end, or where BigCommerce allows few
     * more calls.
     *
     * @param last included
     * @param before what was counted of them so far
     * @throws ResponseStatusException 502 where BigCommerce doesn't give its list
     * @throws IllegalArgumentException where the last day is before the first, or no such store is set up
     */
    public CountedOrders of(String store, LocalDate first, LocalDate last, CountedOrders before) {
        CountedOrders counted = before;
        for (int page = 0; page < MOST_PAGES && counted.more() && !isScarce(store); page++) {
            counted = with(counted, list(store, backfills.resource(store, first, last, counted.last())));
        }
        return counted;
    }

    /** Whether BigCommerce allows a store few more calls just now, which are for real work. */
    public boolean isScarce(String store) {
        return calls.quota(store)
                .filter(quota -> quota.isScarce(clock.instant()))
                .isPresent();
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
