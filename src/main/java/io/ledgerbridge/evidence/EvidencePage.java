package io.ledgerbridge.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Pages for people. Everything in them may come from outside: it is escaped, and no page may run anything. */
final class EvidencePage {

    /** Bodies are in the JSON files. */
    private static final int LONGEST_CELL = 2000;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>%1$s</title>
            <style>body{font:14px sans-serif;margin:2em}table{border-collapse:collapse;margin-bottom:2em}
            td,th{border:1px solid #bbb;padding:.2em .5em;text-align:left;vertical-align:top;overflow-wrap:anywhere}</style>
            </head><body><h1>%1$s</h1>
            %2$s
            </body></html>
            """;

    private static final String INTRODUCTION = """
            <p>Each order has a page, and beside it the rows that the page shows, as JSON. To see whether anything was changed
            since, unpack everything into a folder of its own and run <code>python3 verify.py</code> there; it needs nothing
            else and asks nobody. It prints OK, or the first thing that doesn't fit.</p>
            <p>OK proves nothing until the newest anchor's hash, which it prints too, is found to be the one that was mailed or
            logged. What no anchor holds yet, it names.</p>
            <p>What it checks, and by which formulas, stands at the beginning of <code>verify.py</code>.</p>
            """;

    private EvidencePage() {}

    /** The first page. */
    static String index(String title, Map<String, Object> about, Collection<Long> orders) {
        String list = orders.stream()
                .map("<li><a href=\"orders/%1$d/index.html\">order %1$d</a></li>"::formatted)
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
        return PAGE.formatted(HtmlUtils.htmlEscape(title), INTRODUCTION + table(List.of(about)) + list);
    }

    /** One order's page: a table for each kind of rows. */
    static String ofOrder(String title, Map<String, List<Map<String, @Nullable Object>>> files) {
        String tables = files.entrySet().stream()
                .map(file -> "<h2>%s</h2>\n%s".formatted(HtmlUtils.htmlEscape(file.getKey()), table(file.getValue())))
                .collect(Collectors.joining("\n"));
        return PAGE.formatted(HtmlUtils.htmlEscape(title), tables);
    }

    private static String table(List<? extends Map<String, ? extends @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return "<p>none</p>";
        }
        String head =
                rows.get(0).keySet().stream().map(name -> cell("th", name)).collect(Collectors.joining());
        String body = rows.stream()
                .map(row ->
                        row.values().stream().map(value -> cell("td", value)).collect(Collectors.joining()))
                .collect(Collectors.joining("</tr>\n<tr>"));
        return "<table><tr>%s</tr>\n<tr>%s</tr></table>".formatted(head, body);
    }

    private static String cell(String kind, @Nullable Object value) {
        String text = value == null ? "" : value.toString();
        String shown = text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) + " …" : text;
        return "<%1$s>%2$s</%1$s>".formatted(kind, HtmlUtils.htmlEscape(shown));
    }
}
