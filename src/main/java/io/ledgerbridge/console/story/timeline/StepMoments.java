package io.ledgerbridge.console.story.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.api.AuditTrailView;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of the steps in an order's audit trail. */
@Component
public class StepMoments {

    private final StoryWords words;
    private final StepValues values;

    StepMoments(StoryWords words, StepValues values) {
        this.words = words;
        this.values = values;
    }

    Moment of(String store, AuditTrailView.Link link) {
        JsonNode detail = link.detail();
        return new Moment(
                link.at(),
                link.link(),
                sentence(store, link),
                quote(detail),
                !detail.has("by"),
                detail.toPrettyString());
    }

    /** One of a later version of the program is told by its name. */
    public String sentence(String store, AuditTrailView.Link link) {
        Object[] its = values.of(store, link);
        String plain = words.orElse("step." + link.step(), link.step(), its);
        return words.orElse("step." + link.step() + variant(link), plain, its);
    }

    private static String variant(AuditTrailView.Link link) {
        JsonNode detail = link.detail();
        return switch (link.step()) {
            case "planned" -> detail.path("journals").asInt() == 0 ? ".nothing" : "";
            case "order-replayed" -> detail.path("difference").asBoolean() ? ".difference" : "";
            case "journal-posted" -> detail.path("how").asText().equals("found") ? ".found" : "";
            case "assigned" -> detail.path("to").asText().isEmpty() ? ".nobody" : "";
            case "set-aside" ->
                isOfRefund(detail) ? ".refund" : "." + detail.path("kind").asText();
            case "set-aside-undone" -> isOfRefund(detail) ? ".refund" : "";
            default -> "";
        };
    }

    private static boolean isOfRefund(JsonNode detail) {
        return detail.path("refund").asLong() != 0;
    }

    private static @Nullable String quote(JsonNode detail) {
        return Stream.of("refusedFor", "text", "why", "detail", "difference")
                .map(detail::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
    }
}
