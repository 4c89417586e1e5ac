package io.ledgerbridge.readings;

import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.ledger.JournalLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In what a journal of the books is another than the same planned again. */
final class JournalDifference {

    private JournalDifference() {}

    /** The first thing in which they differ, in words; empty where there is none. */
    static Optional<String> of(JournalDraft kept, JournalDraft planned) {
        return head(kept, planned)
                .or(() -> lines("", kept.entry().lines(), planned.entry().lines()))
                .or(() -> lines("memo ", kept.memo(), planned.memo()));
    }

    private static Optional<String> head(JournalDraft kept, JournalDraft planned) {
        Map<String, Object> before = head(kept);
        Map<String, Object> now = head(planned);
        return before.keySet().stream()
                .filter(name -> !Objects.equals(before.get(name), now.get(name)))
                .findFirst()
                .map(name -> "%s: %s in the books, %s planned again"
                        .formatted(name, shown(before.get(name)), shown(now.get(name))));
    }

    private static Map<String, Object> head(JournalDraft draft) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("kind", draft.kind().label());
        head.put("refund", draft.refund());
        head.put("channel", draft.channel());
        head.put("entry type", draft.entry().entryType());
        head.put("journal code", draft.entry().journalCode());
        head.put("site", draft.entry().site());
        head.put("accounting date", draft.entry().accountingDate());
        head.put("document date", draft.entry().documentDate());
        head.put("rate date", draft.entry().rateDate());
        head.put("date that it belongs to", draft.plannedDate());
        head.put("currency", draft.entry().currency().getCurrencyCode());
        head.put("description", draft.entry().description());
        head.put("event", draft.event());
        return head;
    }

    private static Optional<String> lines(String memo, List<JournalLine> kept, List<JournalLine> planned) {
        List<JournalLine> added = without(kept, planned);
        List<JournalLine> missing = without(planned, kept);
        return Optional.of("%slines: %s in the books, %s planned again".formatted(memo, shown(added), shown(missing)))
                .filter(words -> !added.isEmpty() || !missing.isEmpty());
    }

    private static List<JournalLine> without(List<JournalLine> all, List<JournalLine> those) {
        List<JournalLine> left = new ArrayList<>(all);
        those.forEach(left::remove);
        return left;
    }

    private static Object shown(@Nullable Object value) {
        return value == null ? "none" : value;
    }

    private static String shown(List<JournalLine> lines) {
        return lines.isEmpty()
                ? "none"
                : lines.stream().map(JournalDifference::shown).collect(Collectors.joining(" and "));
    }

    private static String shown(JournalLine line) {
        StringBuilder words = new StringBuilder("%s %s on %s".formatted(line.purpose(), line.amount(), line.account()));
        if (line.businessPartner() != null) {
            words.append(", partner ").append(line.businessPartner());
        }
        if (line.taxCode() != null) {
            words.append(", tax code ").append(line.taxCode());
        }
        return words.append(", ")
                .append(line.dimensions())
                .append(", \"")
                .append(line.description())
                .append('"')
                .toString();
    }
}
