package io.ledgerbridge.books.audit.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.audit.AuditWordsRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the links of a chain tell of journals, events and anchors. */
final class ToldByChain {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JOURNAL = "journal-";

    private final Map<String, List<WrittenJournal>> journals = new LinkedHashMap<>();
    private final Map<Long, String> events = new TreeMap<>();
    private final Map<Integer, String> anchors = new HashMap<>();
    private final ToldDecisions decisions;
    private @Nullable EventsRead lastReading;
    private @Nullable Instant erasedAt;

    ToldByChain(SaidWords words) {
        this.decisions = new ToldDecisions(words);
    }

    void look(AuditLink link) {
        switch (link.step()) {
            case "journal-written" -> written(link);
            case "order-read" -> read(detail(link).path("eventsRead"));
            case AuditWordsRows.ERASED -> erased(link);
            case "anchored" -> anchored(detail(link));
            default -> became(link);
        }
        decisions.look(link);
    }

    /** The journals that were written under each reference, in their order. */
    Map<String, List<WrittenJournal>> journals() {
        return journals;
    }

    /** The digest of each event that a reading told of. */
    Map<Long, String> events() {
        return events;
    }

    /** Null where no reading told of events' digests. */
    @Nullable
    EventsRead lastReading() {
        return lastReading;
    }

    /** The hash of each anchor by its number; of one that was made a second time, the first. */
    Map<Integer, String> anchors() {
        return anchors;
    }

    /** What was decided, and recorded. */
    ToldDecisions decisions() {
        return decisions;
    }

    /** Whether the order's personal data was erased then or later. */
    boolean wasErasedSince(Instant time) {
        return erasedAt != null && !erasedAt.isBefore(time);
    }

    private void erased(AuditLink link) {
        erasedAt = link.at();
        decisions.values().erased();
    }

    private void written(AuditLink link) {
        if (link.reference() != null) {
            journals.computeIfAbsent(link.reference(), first -> new ArrayList<>())
                    .add(new WrittenJournal(detail(link)));
        }
    }

    private void became(AuditLink link) {
        List<WrittenJournal> under = journals.get(link.reference());
        if (under != null && link.step().startsWith(JOURNAL)) {
            String state = link.step().substring(JOURNAL.length());
            switch (state) {
                case "planned", "sending", "unknown", "posted", "refused", "withdrawn" ->
                    under.get(under.size() - 1).became(state, detail(link));
                default -> {
                    // it was looked up again, and stays what it is
                }
            }
        }
    }

    private void read(JsonNode told) {
        if (told.isObject()) {
            told.path("each")
                    .properties()
                    .forEach(event -> events.put(
                            Long.valueOf(event.getKey()), event.getValue().asText()));
            lastReading = new EventsRead(
                    told.path("upTo").asLong(), told.path("sha256").asText());
        }
    }

    private void anchored(JsonNode told) {
        anchors.putIfAbsent(told.path("number").asInt(), told.path("hash").asText());
    }

    /** Nothing where a link was changed so that it can't be read: its hash shows that. */
    static JsonNode detail(AuditLink link) {
        try {
            return JSON.readTree(link.detail());
        } catch (JsonProcessingException changed) {
            return MissingNode.getInstance();
        }
    }
}
