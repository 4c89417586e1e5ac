package io.ledgerbridge.sagex3;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A look-up of a journal's reference in Sage X3, as far as it was answered. GraphQL answers one question with whole
 * entries; api1 and SOAP list their keys, and each is read whole by a further question.
 *
 * @param request the next question; none where it is complete
 * @param unread keys of entries for which there is a question yet to come, behind that of {@code request}
 * @param entries those that were read
 */
public record EntryLookUp(@Nullable X3Request request, boolean listed, List<String> unread, List<FoundEntry> entries) {

    public EntryLookUp {
        unread = List.copyOf(unread);
        entries = List.copyOf(entries);
    }

    static EntryLookUp begun(X3Request list) {
        return new EntryLookUp(list, false, List.of(), List.of());
    }

    /** With all entries at once. */
    EntryLookUp complete(List<FoundEntry> all) {
        return new EntryLookUp(null, true, List.of(), all);
    }

    /** With the keys of all entries, of which none is read. */
    EntryLookUp keys(List<String> keys) {
        return new EntryLookUp(null, true, keys, List.of());
    }

    /** With one more entry. */
    EntryLookUp and(FoundEntry entry) {
        List<FoundEntry> more = new ArrayList<>(entries);
        more.add(entry);
        return new EntryLookUp(null, true, unread, more);
    }

    /** With the question for the next key. */
    EntryLookUp asking(X3Request next) {
        return new EntryLookUp(next, true, unread.subList(1, unread.size()), entries);
    }

    /** Whether there is something yet to be asked. */
    public boolean isIncomplete() {
        return request != null;
    }
}
