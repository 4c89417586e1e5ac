package io.ledgerbridge.sagex3.templates;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.sagex3.AnsweredEntry;
import io.ledgerbridge.sagex3.X3Json;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The entries that an {@link AnswerTemplate} yielded. */
public record YieldedEntries(List<AnsweredEntry> all) {

    /** The entries in what {@link AnswerTemplate#read} gives; anything but a JSON object holds none. */
    public static YieldedEntries of(String read) {
        return X3Json.object(read).map(YieldedEntries::of).orElse(new YieldedEntries(List.of()));
    }

    public static YieldedEntries of(JsonNode yielded) {
        return new YieldedEntries(StreamSupport.stream(yielded.path("entries").spliterator(), false)
                .map(AnsweredEntry::new)
                .toList());
    }

    /** The number of the one entry; empty if there is none, or more than one. */
    public String number() {
        return all.size() == 1 ? all.get(0).number() : "";
    }

    /** Likewise its reference. */
    public String reference() {
        return all.size() == 1 ? all.get(0).reference() : "";
    }

    /** Likewise its status; null if it isn't known. */
    public @Nullable String status() {
        return all.size() == 1 ? all.get(0).status() : null;
    }

    /**
     * Whether an answer surely shows no entry that X3 has: it holds none, or only some that the template reads, as their
     * references show, and that have no number.
     *
     * @param answered how many entries it holds
     */
    public boolean showsNone(int answered) {
        return all.size() == answered
                && all.stream()
                        .allMatch(entry ->
                                entry.number().isEmpty() && !entry.reference().isEmpty());
    }
}
