package io.ledgerbridge.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of an order's journals in Sage X3, with what it answered, as the order's chain tells it. */
final class X3Answers {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /** Of the program's own doing. */
    private static final Set<String> OURS = Set.of("journal-written", "journal-planned");

    private X3Answers() {}

    static List<Map<String, @Nullable Object>> of(List<Map<String, @Nullable Object>> chain) {
        return chain.stream()
                .filter(link -> isOfJournal(Objects.toString(link.get("step"))))
                .map(X3Answers::answer)
                .toList();
    }

    private static boolean isOfJournal(String step) {
        return step.startsWith("journal-") && !OURS.contains(step);
    }

    private static Map<String, @Nullable Object> answer(Map<String, @Nullable Object> link) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        List.of("link", "at", "reference", "step").forEach(name -> answer.put(name, link.get(name)));
        Map<String, Object> says = new LinkedHashMap<>(json(link.get("detail")));
        says.putAll(json(link.get("words")));
        List.of("salt", "wordsSha256").forEach(says::remove);
        answer.put("says", says);
        return answer;
    }

    private static Map<String, Object> json(@Nullable Object text) {
        try {
            return text == null ? Map.of() : EvidenceZip.JSON.readValue(text.toString(), OBJECT);
        } catch (JsonProcessingException forged) {
            return Map.of();
        }
    }
}
