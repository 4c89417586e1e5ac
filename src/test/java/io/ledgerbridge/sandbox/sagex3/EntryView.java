package io.ledgerbridge.sandbox.sagex3;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry as the GraphQL node shows it: references as objects, the lines as a collection. */
final class EntryView {

    private EntryView() {}

    static Map<String, Object> of(PostedEntry entry, Folder folder) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("_id", idOf(entry));
        view.put("journalEntryType", reference(entry.type()));
        view.put("journalEntryNumber", entry.number());
        view.put("company", reference(folder.company()));
        view.put("site", reference(entry.site()));
        view.put("journal", reference(entry.journal()));
        view.put("accountingDate", entry.date().toString());
        view.put("journalEntryStatus", entry.status() == 2 ? "final" : "temporary");
        view.put("transactionCurrency", reference(entry.currency()));
        view.put(folder.names().graphQlReference(), entry.reference());
        view.put("description", entry.description());
        view.put("journalEntryLines", entry.lines().stream().map(EntryView::of).toList());
        return view;
    }

    /** A composite key, joined as the node's {@code _id}. */
    static String idOf(PostedEntry entry) {
        return entry.type() + "|" + entry.number();
    }

    private static Map<String, @Nullable Object> of(PostedEntry.Line line) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("account", reference(line.account()));
        view.put("businessPartner", line.businessPartner() == null ? null : reference(line.businessPartner()));
        view.put("controlAccount", null);
        view.put("sign", line.sign());
        view.put("transactionAmount", line.amount());
        view.put("lineDescription", line.description());
        view.put("tax", null);
        view.put("ledgerTypeNumber", 1);
        view.putAll(line.dimensions());
        return view;
    }

    private static Map<String, Object> reference(String code) {
        return Map.of("_id", code, "code", code);
    }
}
