package io.ledgerbridge.api.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ledgerbridge.books.audit.AuditSteps;
import io.ledgerbridge.books.audit.FoundStep;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was done over all orders, by step, person and day. */
@RestController
public class AuditStepsApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SIZE = 50;

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

        public static Step of(FoundStep found) {
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

    /** The newest first. */
    @GetMapping("/api/audit/steps")
    public Page find(StepParameters asked) {
        List<FoundStep> found = steps.find(asked.query(), SIZE);
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
}
