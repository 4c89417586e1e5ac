package io.ledgerbridge.api.evidence;

import io.ledgerbridge.api.Deadline;
import io.ledgerbridge.api.Downloads;
import io.ledgerbridge.evidence.Evidence;
import io.ledgerbridge.evidence.EvidenceRequest;
import io.ledgerbridge.evidence.EvidenceTrail;
import io.ledgerbridge.orders.KnownStores;
import java.io.IOException;
import java.io.OutputStream;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What proves the entries of an order, of several, or of a sample of a period, as a ZIP that verifies offline. */
@RestController
@RequestMapping("/api/evidence")
public class EvidenceApi {

    /** So many orders in a ZIP. */
    public static final int MOST = 1000;

    /** So many by their numbers: an address has no more than 100 parameters. */
    public static final int NAMED = 90;

    private final KnownStores stores;
    private final EvidenceOrders orders;
    private final Evidence evidence;
    private final EvidenceTrail trail;
    private final Downloads downloads;

    EvidenceApi(
            KnownStores stores, EvidenceOrders orders, Evidence evidence, EvidenceTrail trail, Downloads downloads) {
        this.stores = stores;
        this.orders = orders;
        this.evidence = evidence;
        this.trail = trail;
        this.downloads = downloads;
    }

    /**
     * The parameters.
     *
     * @param order one or several
     * @param from the first accounting date, with {@code to} the last, both included
     * @param sample so many orders of the period, drawn by the seed; without it, all
     */
    record Asked(
            String store,
            @Nullable List<Long> order,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer sample,
            @Nullable String seed) {}

    @GetMapping(produces = "application/zip")
    ResponseEntity<StreamingResponseBody> zip(
            @RequestParam String store,
            @RequestParam(required = false) @Nullable List<Long> order,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Integer sample,
            @RequestParam(required = false) @Nullable String seed,
            Principal user) {
        stores.check(store);
        Supplier<EvidenceRequest> request = orders.of(new Asked(store, order, from, to, sample, seed), user.getName());
        Deadline deadline = downloads.deadline();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evidence-%s.zip\"".formatted(store))
                .body(out -> write(request.get(), out, deadline));
    }

    /** Whether any order of a store has a journal with an accounting date on these days. */
    public boolean hasAny(String store, LocalDate from, LocalDate to) {
        stores.check(store);
        return orders.areThere(store, from, to);
    }

    private void write(EvidenceRequest request, OutputStream out, Deadline deadline) throws IOException {
        trail.taken(request);
        evidence.write(request, out, deadline::check);
    }
}
