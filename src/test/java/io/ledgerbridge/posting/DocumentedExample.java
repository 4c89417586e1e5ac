package io.ledgerbridge.posting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A worked example of docs/accounting.md.
 *
 * @param number such as {@code 8b}
 * @param entries each as {@link Bookkeeping#shown} shows it, by its reference
 * @param left what the ledger then holds for each purpose; empty where the table doesn't say
 */
record DocumentedExample(String number, Map<String, String> entries, List<String> left) {

    private static final Pattern LEAD = Pattern.compile("\\*\\*Examples? ([0-9][^:]*):.*", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("(?:(\\w+): )?(?:`(\\S+)` ([0-9-]{10})|left)");

    /** All of the page, by number. */
    static Map<String, DocumentedExample> all() {
        Map<String, DocumentedExample> all = new LinkedHashMap<>();
        for (AccountingPage.Table table : new AccountingPage().tables()) {
            if (table.header().get(0).isEmpty()) {
                for (int column = 1; column < table.header().size(); column++) {
                    add(all, table, column);
                }
            }
        }
        return all;
    }

    static DocumentedExample of(String number) {
        DocumentedExample example = all().get(number);
        if (example == null) {
            throw new IllegalArgumentException("docs/accounting.md has no example " + number);
        }
        return example;
    }

    /** The entry of a reference, with its date and lines. */
    String entry(String reference) {
        return String.valueOf(entries.get(reference));
    }

    private static void add(Map<String, DocumentedExample> all, AccountingPage.Table table, int column) {
        Matcher header = matched(COLUMN, table.header().get(column));
        String number = header.group(1) == null ? matched(LEAD, table.lead()).group(1) : header.group(1);
        DocumentedExample example = all.computeIfAbsent(
                number, absent -> new DocumentedExample(absent, new LinkedHashMap<>(), new ArrayList<>()));
        List<String> lines = lines(table, column);
        if (header.group(2) == null) {
            example.left.addAll(lines);
        } else {
            example.entries.put(
                    header.group(2),
                    "%s %s: %s".formatted(header.group(2), header.group(3), String.join(" · ", lines)));
        }
    }

    private static List<String> lines(AccountingPage.Table table, int column) {
        return table.rows().stream()
                .filter(row -> !row.get(column).isEmpty())
                .map(row -> row.get(0) + " " + row.get(column))
                .toList();
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException("no example: " + text);
        }
        return matcher;
    }

    @Override
    public String toString() {
        return number;
    }
}
