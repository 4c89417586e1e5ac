package io.ledgerbridge.posting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** docs/accounting.md: its tables, and what it names. */
final class AccountingPage {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+?)[.:]?\\*\\*");

    /**
     * A table.
     *
     * @param lead the paragraph before it, or its heading; empty where another table is before it
     */
    record Table(String lead, List<String> header, List<List<String>> rows) {}

    private final String text;
    private final List<Table> tables = new ArrayList<>();

    AccountingPage() {
        this(read());
    }

    AccountingPage(String text) {
        this.text = text;
        for (String block : text.split("\n\n", -1)) {
            if (block.startsWith("|")) {
                tables.add(table(lead(block), block.lines().toList()));
            }
        }
    }

    String text() {
        return text;
    }

    List<Table> tables() {
        return tables;
    }

    /** The table whose first cells of the header are these. */
    Table table(String... header) {
        return tables.stream()
                .filter(table -> table.header()
                        .subList(0, Math.min(header.length, table.header().size()))
                        .equals(List.of(header)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no table of " + Arrays.toString(header)));
    }

    /** What the page names a rule: headings, what is in bold type, and first columns. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        text.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", ""))
                .forEach(names::add);
        BOLD.matcher(text).results().map(bold -> bold.group(1)).forEach(names::add);
        tables.forEach(table -> names.addAll(names(table)));
        return names;
    }

    /** Several roles may have one rule. */
    private static Collection<String> names(Table table) {
        List<String> first = table.rows().stream().map(row -> row.get(0)).toList();
        if (table.header().contains("role")) {
            return new LinkedHashSet<>(first);
        }
        return List.of("rule", "promise").contains(table.header().get(0)) ? first : List.of();
    }

    /** What stands between backquotes, in its order. */
    static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
    }

    /** The only one of them. */
    static String code(String cell) {
        Matcher code = CODE.matcher(cell);
        if (!code.matches()) {
            throw new IllegalStateException("not one code: " + cell);
        }
        return code.group(1);
    }

    private String lead(String table) {
        String before = text.substring(0, text.indexOf(table)).strip();
        String block = before.substring(before.lastIndexOf("\n\n") + 1).strip();
        return block.startsWith("|") ? "" : block;
    }

    private static Table table(String lead, List<String> lines) {
        List<List<String>> rows = lines.stream().map(AccountingPage::cells).toList();
        return new Table(lead, rows.get(0), rows.subList(2, rows.size()));
    }

    private static List<String> cells(String line) {
        String inner = line.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }

    private static String read() {
        try {
            return Files.readString(Path.of("docs/accounting.md"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
