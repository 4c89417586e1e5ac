package io.ledgerbridge.sandbox.sagex3;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a draft: the entry, or the diagnoses that kept it out. */
public record Posting(@Nullable PostedEntry entry, List<Diagnosis> diagnoses) {

    static Posting refused(List<Diagnosis> diagnoses) {
        return new Posting(null, List.copyOf(diagnoses));
    }

    static Posting done(PostedEntry entry) {
        return new Posting(entry, List.of());
    }
}
