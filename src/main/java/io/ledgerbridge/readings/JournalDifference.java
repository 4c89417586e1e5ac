package io.ledgerbridge.readings;

import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.ledger.JournalLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In what a journal of the books is another than the same planned again. */
final class JournalDifference {

    private JournalDifference() {}

    /** The first thing in which they differ, in words; empty where there is none. */
    static Optional<String> of(JournalDraft kept, JournalDraft planned) {
        return head(kept, planned)
                .or(() -> lines("line", kept.entry().lines(), planned.entry().lines()))
                .or(() -> lines("memo line", kept.memo(), planned.memo()));
    }

    private static Optional<String> head(JournalDraft kept, JournalDraft planned) {
        Map<String, Object> before = head(kept);
        Map<String, Object> now = head(planned);
        return before.keySet().stream()
                .filter(name -> !Objects.equals(before.get(name), now.get(name)))
                .findFirst()
                .map(name -> differ(name, before.get(name), now.get(name)));
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
        head.put("currency", draft.entry().currency().getCurrencyCode());
        head.put("description", draft.entry().description());
        head.put("event", draft.event());
        return head;
    }

    private static Optional<String> lines(String what, List<JournalLine> kept, List<JournalLine> planned) {
        List<JournalLine> missing = without(planned, kept);
        List<JournalLine> added = without(kept, planned);
        return missing.isEmpty() && added.isEmpty()
                ? Optional.empty()
                : Optional.of(differ(what, shown(added), shown(missing)));
    }

    private static List<JournalLine> without(List<JournalLine> all, List<JournalLine> those) {
        List<JournalLine> left = new ArrayList<>(all);
        those.forEach(left::remove);
        return left;
    }

    private static String differ(String what, @Nullable Object kept, @Nullable Object planned) {
        return "the books hold %s %s; planned again it is %s".formatted(what, shown(kept), shown(planned));
    }

    private static Object shown(@Nullable Object value) {
        return value == null ? "none" : value;
    }

    private static @Nullable String shown(List<JournalLine> lines) {
        return lines.isEmpty() ? null : shown(lines.get(0));
    }

    private static String shown(JournalLine line) {
        return "%s %s %s %s %s %s \"%s\""
                .formatted(
                        line.account(),
                        line.purpose(),
                        line.amount().amount().toPlainString(),
                        Objects.requireNonNullElse(line.businessPartner(), "-"),
                        line.dimensions(),
                        Objects.requireNonNullElse(line.taxCode(), "-"),
                        line.description());
    }
}
