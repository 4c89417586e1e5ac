package io.ledgerbridge.api;

import io.ledgerbridge.api.requests.Paging;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.audit.AuditVerification;
import io.ledgerbridge.books.audit.AuditVerified;
import io.ledgerbridge.books.audit.AuditWordsRows;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was done about an order and why, and whether anybody has changed what was written down. */
@RestController
@RequestMapping("/api/audit")
public class AuditApi {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** So many links of a trail at once. */
    private static final int MOST = 1000;

    private final AuditTrail audit;
    private final AuditWordsRows words;
    private final AuditVerification verification;
    private final Clock clock;

    AuditApi(AuditTrail audit, AuditWordsRows words, AuditVerification verification, Clock clock) {
        this.audit = audit;
        this.words = words;
        this.verification = verification;
        this.clock = clock;
    }

    /**
     * Oldest link first.
     *
     * @param order 0 for what was done about the store itself
     * @param after the number of the last link of the answer before
     */
    @GetMapping
    public AuditTrailView trail(
            @RequestParam String store, @RequestParam long order, @RequestParam(defaultValue = "0") int after) {
        Paging.checkOrder(order, 0);
        List<AuditLink> links = audit.of(store, order, after, MOST);
        return AuditTrailView.of(store, order, links, words.of(store, order, links), MOST);
    }

    /** How far the last verification has come; where there was none, one begins and is waited for a while. */
    @GetMapping("/verify")
    AuditVerified verified() throws InterruptedException {
        if (verification.last().isEmpty()) {
            verification.begin(PATIENCE);
        }
        return now();
    }

    /** Begins to read every link of every order, unless that is under way. */
    @PostMapping("/verify")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public AuditVerified verify() {
        verification.begin();
        return now();
    }

    private AuditVerified now() {
        return verification.last().orElseGet(() -> AuditVerified.begun(clock.instant()));
    }
}
