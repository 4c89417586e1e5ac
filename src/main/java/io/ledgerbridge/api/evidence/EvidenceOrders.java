package io.ledgerbridge.api.evidence;

import io.ledgerbridge.api.evidence.EvidenceApi.Asked;
import io.ledgerbridge.evidence.EvidenceRequest;
import io.ledgerbridge.evidence.PeriodOrders;
import io.ledgerbridge.queue.DueOrders;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Of which orders evidence is asked for: those that are named, or those of a period. */
@Component
class EvidenceOrders {

    private static final String ALLOWED =
            "order, once or several times, up to %d; or from and to, and with them sample, 1 to %d, and seed"
                    .formatted(EvidenceApi.NAMED, EvidenceApi.MOST);

    private final DueOrders known;
    private final PeriodOrders periods;

    EvidenceOrders(DueOrders known, PeriodOrders periods) {
        this.known = known;
        this.periods = periods;
    }

    /** Checks at once what is asked for; the orders themselves are looked for by whoever takes them. */
    Supplier<EvidenceRequest> of(Asked asked, String by) {
        boolean byPeriod = asked.from() != null || asked.to() != null;
        if (asked.order() != null && !asked.order().isEmpty()) {
            if (byPeriod || asked.sample() != null || asked.seed() != null) {
                throw refused(HttpStatus.BAD_REQUEST, "Evidence is asked for by " + ALLOWED);
            }
            EvidenceRequest named = named(asked.store(), asked.order(), by);
            return () -> named;
        }
        LocalDate from = asked.from();
        LocalDate to = asked.to();
        if (from == null || to == null || to.isBefore(from) || (asked.sample() == null) != (asked.seed() == null)) {
            throw refused(HttpStatus.BAD_REQUEST, "Evidence is asked for by " + ALLOWED);
        }
        return ofPeriod(asked, from, to, by);
    }

    boolean areThere(String store, LocalDate from, LocalDate to) {
        return !periods.first(store, from, to, 1).isEmpty();
    }

    private EvidenceRequest named(String store, List<Long> orders, String by) {
        if (orders.size() > EvidenceApi.NAMED) {
            throw refused(HttpStatus.BAD_REQUEST, "Evidence is asked for by " + ALLOWED);
        }
        orders.stream()
                .filter(order -> !known.isKnown(store, order))
                .findFirst()
                .ifPresent(order -> {
                    throw refused(
                            HttpStatus.NOT_FOUND, "Nothing is known of order %d of store %s".formatted(order, store));
                });
        return new EvidenceRequest(store, orders, Map.of(), by);
    }

    private Supplier<EvidenceRequest> ofPeriod(Asked asked, LocalDate from, LocalDate to, String by) {
        Map<String, Object> period = Map.of("from", from.toString(), "to", to.toString());
        Integer size = asked.sample();
        String seed = asked.seed();
        if (size == null || seed == null) {
            EvidenceRequest all = new EvidenceRequest(asked.store(), all(asked.store(), from, to), period, by);
            return () -> all;
        }
        if (size < 1 || size > EvidenceApi.MOST) {
            throw refused(HttpStatus.BAD_REQUEST, "Evidence is asked for by " + ALLOWED);
        }
        return () -> new EvidenceRequest(
                asked.store(),
                periods.sample(asked.store(), from, to, size, seed),
                Map.of("from", from.toString(), "to", to.toString(), "sample", size, "seed", seed),
                by);
    }

    private List<Long> all(String store, LocalDate from, LocalDate to) {
        List<Long> orders = periods.first(store, from, to, EvidenceApi.MOST + 1);
        if (orders.size() > EvidenceApi.MOST) {
            throw refused(
                    HttpStatus.BAD_REQUEST,
                    "More than %d orders have journals from %s to %s: ask for a shorter period or for a sample"
                            .formatted(EvidenceApi.MOST, from, to));
        }
        return orders;
    }

    private static ResponseStatusException refused(HttpStatus status, String detail) {
        return new ResponseStatusException(status, detail);
    }
}
