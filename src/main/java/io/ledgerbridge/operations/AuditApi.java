package io.ledgerbridge.operations;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.ledgerbridge.books.AuditLink;
import io.ledgerbridge.books.AuditTrail;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was done about an order and why, and whether anybody has changed what was written down. */
@RestController
@RequestMapping("/api/audit")
class AuditApi {

    private final AuditTrail audit;

    AuditApi(AuditTrail audit) {
        this.audit = audit;
    }

    /** An order's chain, oldest link first. */
    record Trail(String store, long order, List<Link> items) {}

    /** One link. */
    record Link(
            int link,
            Instant at,
            String step,
            @Nullable String reference,
            @JsonRawValue String detail,
            String previousHash,
            String hash) {

        static Link of(AuditLink link) {
            return new Link(
                    link.link(),
                    link.at(),
                    link.step(),
                    link.reference(),
                    link.detail(),
                    link.previousHash(),
                    link.hash());
        }
    }

    @GetMapping
    Trail trail(@RequestParam String store, @RequestParam long order) {
        return new Trail(
                store, order, audit.of(store, order).stream().map(Link::of).toList());
    }

    /** Reads every link of every order. */
    @GetMapping("/verify")
    AuditTrail.Verified verify() {
        return audit.verify();
    }
}
