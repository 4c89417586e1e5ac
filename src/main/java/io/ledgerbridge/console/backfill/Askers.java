package io.ledgerbridge.console.backfill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.audit.AuditSteps;
import io.ledgerbridge.books.audit.FoundStep;
import io.ledgerbridge.books.audit.StepQuery;
import io.ledgerbridge.catchup.BackfillSummary;
import io.ledgerbridge.catchup.shadow.ShadowSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds in the stores' own chains who asked for runs over the orders of past days. */
@Component
class Askers {

    /** The link is of the same transaction, by a clock that may be another. */
    private static final Duration APART = Duration.ofMinutes(10);

    /** So many are asked for within that time. */
    private static final int MOST = 200;

    private final AuditSteps steps;
    private final ObjectMapper json;

    Askers(AuditSteps steps, ObjectMapper json) {
        this.steps = steps;
        this.json = json;
    }

    /** Of backfills, by their numbers. */
    Map<Long, Asker> ofBackfills(List<BackfillSummary> runs) {
        Map<Long, Asker> asked = new HashMap<>();
        runs.forEach(one -> of("backfill-asked", one.id(), one.store(), one.askedAt())
                .ifPresent(asker -> asked.put(one.id(), asker)));
        return asked;
    }

    /** Of shadow runs, by their numbers, which no backfill has. */
    Map<Long, Asker> ofShadows(List<ShadowSummary> runs) {
        Map<Long, Asker> asked = new HashMap<>();
        runs.forEach(one -> of("shadow-asked", one.id(), one.store(), one.askedAt())
                .ifPresent(asker -> asked.put(one.id(), asker)));
        return asked;
    }

    /**
     * Of one run; empty where no link tells it.
     *
     * @param step by which such runs are asked for
     */
    private Optional<Asker> of(String step, long id, String store, Instant askedAt) {
        StepQuery query = new StepQuery(step, store, null, askedAt.minus(APART), askedAt.plus(APART), null);
        return steps.find(query, MOST).stream()
                .map(FoundStep::link)
                .filter(link -> said(link).path("backfill").asLong() == id)
                .map(link -> new Asker(said(link).path("by").asText(), link.link() - 1, link.link()))
                .findFirst();
    }

    private JsonNode said(AuditLink link) {
        try {
            return json.readTree(link.detail());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("link %d of a store's chain".formatted(link.link()), unreadable);
        }
    }
}
