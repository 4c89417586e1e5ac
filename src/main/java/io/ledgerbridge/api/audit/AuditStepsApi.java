package io.ledgerbridge.api.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ledgerbridge.books.audit.AuditSteps;
import io.ledgerbridge.books.audit.FoundStep;
import io.ledgerbridge.books.audit.StepQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What was done over all orders, by step, day and person. */
@RestController
public class AuditStepsApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SIZE = 50;

    /** So many days at once. */
    private static final int MOST_DAYS = 92;

    private final AuditSteps steps;

    AuditStepsApi(AuditSteps steps) {
        this.steps = steps;
    }

    /** One page; next is what to ask for as {@code before}, where there may be more. */
    public record Page(
            List<Step> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next) {}

    /** A link with the order in whose chain it stands; 0 for a store's own. */
    public record Step(
            String store,
            long order,
            int link,
            Instant at,
            String step,
            @Nullable String reference,
            JsonNode detail) {

        static Step of(FoundStep found) {
            return new Step(
                    found.store(),
                    found.order(),
                    found.link().link(),
                    found.link().at(),
                    found.link().step(),
                    found.link().reference(),
                    read(found.link().detail()));
        }
    }

    /**
     * The newest first.
     *
     * @param from the first day, in UTC
     * @param to the last, at most 92 days later
     */
    @GetMapping("/api/audit/steps")
    public Page find(
            @RequestParam String step,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String before) {
        if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to)) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "from and to are days, at most %d apart".formatted(MOST_DAYS));
        }
        StepQuery query =
                new StepQuery(step, store, by, start(from), start(to.plusDays(1)), StepPlaces.read(before), SIZE);
        List<FoundStep> found = steps.find(query);
        return new Page(found.stream().map(Step::of).toList(), found.size() < SIZE ? null : StepPlaces.of(found));
    }

    /** One that somebody has changed into no JSON is shown as it is. */
    private static JsonNode read(String detail) {
        try {
            return JSON.readTree(detail);
        } catch (JsonProcessingException changed) {
            return TextNode.valueOf(detail);
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
