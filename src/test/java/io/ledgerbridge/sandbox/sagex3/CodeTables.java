package io.ledgerbridge.sandbox.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.sandbox.http.Json;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder's own codes and periods as rows that can be read: by GraphQL's filter, or by api1's where. */
final class CodeTables {

    /** The classes of api1, and the folder's table behind each. */
    private static final Map<String, String> CLASSES = Map.of(
            "GACCOUNT",
            "ACC",
            "GJOURNAL",
            "JOU",
            "GTYPACCENT",
            "TYP",
            "FACILITY",
            "FCY",
            "BPARTNER",
            "BPR",
            "TABVAT",
            "TAX");

    private static final String PERIODS = "PERIOD";
    private static final Pattern CONDITION =
            Pattern.compile("(and|or)?\\s*(\\w+) (eq|le|ge) (?:'((?:[^']|'')*)'|@([^@]*)@)\\s*");

    private CodeTables() {}

    static boolean hasClass(String name) {
        return CLASSES.containsKey(name) || name.equals(PERIODS);
    }

    /** @param table such as ACC */
    static List<Map<String, Object>> codes(Folder folder, String table, String field) {
        return folder.codes(table).stream()
                .sorted()
                .map(code -> Map.<String, Object>of("_id", code, field, code))
                .toList();
    }

    /** The months of this century, each open unless it is closed. */
    static List<Map<String, Object>> periods(Folder folder, List<String> fields) {
        return Stream.iterate(YearMonth.of(2000, 1), month -> month.plusMonths(1))
                .limit(1200)
                .map(month -> period(month, fields, folder.isClosed(month)))
                .toList();
    }

    private static Map<String, Object> period(YearMonth month, List<String> fields, boolean closed) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("_id", month.toString());
        row.put("ledgerTypeNumber", 1);
        row.put(fields.get(0), month.atDay(1));
        row.put(fields.get(1), month.atEndOfMonth());
        row.put(fields.get(2), fields.get(2).equals("status") ? (closed ? "closed" : "open") : (closed ? 3 : 2));
        return row;
    }

    /** @throws IllegalArgumentException where the filter names a property or an operator that there isn't */
    static boolean matches(JsonNode filter, Map<String, Object> row) {
        return filter.properties().stream().allMatch(member -> {
            String value = valueOf(row, member.getKey());
            JsonNode wanted = member.getValue();
            return wanted.isValueNode()
                    ? value.equals(wanted.asText())
                    : wanted.properties().stream().allMatch(each -> holds(value, each.getKey(), each.getValue()));
        });
    }

    private static boolean holds(String value, String operator, JsonNode operand) {
        return switch (operator) {
            case "_eq" -> value.equals(operand.asText());
            case "_lte" -> value.compareTo(operand.asText()) <= 0;
            case "_gte" -> value.compareTo(operand.asText()) >= 0;
            case "_in" -> {
                boolean in = false;
                for (JsonNode each : operand) {
                    in |= value.equals(each.asText());
                }
                yield in;
            }
            default -> throw new IllegalArgumentException("Unknown operator in filter: " + operator);
        };
    }

    private static String valueOf(Map<String, Object> row, String field) {
        Object value = row.get(field);
        if (value == null) {
            throw new IllegalArgumentException("Property '%s' not found".formatted(field));
        }
        return value.toString();
    }

    /** The first rows of a class that the where selects, in api1's envelope. */
    static ObjectNode resources(Folder folder, String name, String where, int count) {
        String table = CLASSES.getOrDefault(name, "");
        List<Map<String, Object>> rows = name.equals(PERIODS)
                ? periods(folder, List.of("PERSTR", "PEREND", "PERSTA"))
                : codes(folder, table, name.equals("BPARTNER") ? "BPRNUM" : name.equals("TABVAT") ? "VAT" : table);
        List<Map<String, Object>> found =
                rows.stream().filter(row -> isSelected(row, where)).toList();
        ObjectNode body = Json.object().put("$itemsPerPage", count);
        ArrayNode resources = body.putArray("$resources");
        found.stream().limit(count).forEach(row -> {
            ObjectNode resource = resources.addObject();
            row.forEach((field, value) -> {
                if (!field.startsWith("_")) {
                    resource.put(field, value.toString());
                }
            });
        });
        ObjectNode links = body.putObject("$links");
        if (found.size() > count) {
            links.putObject("$next").put("$url", "further");
        }
        return body;
    }

    private static boolean isSelected(Map<String, Object> row, String where) {
        Matcher condition = CONDITION.matcher(where.replaceAll("^\\(|\\)$", ""));
        boolean selected = true;
        while (condition.lookingAt()) {
            String wanted = condition.group(4) == null
                    ? condition.group(5)
                    : condition.group(4).replace("''", "'");
            int order = valueOf(row, condition.group(2)).compareTo(wanted);
            boolean holds = switch (condition.group(3)) {
                case "le" -> order <= 0;
                case "ge" -> order >= 0;
                default -> order == 0;
            };
            selected = "or".equals(condition.group(1)) ? selected || holds : selected && holds;
            condition.region(condition.end(), condition.regionEnd());
        }
        if (condition.regionStart() != condition.regionEnd()) {
            throw new IllegalArgumentException("Incorrect where: " + where);
        }
        return selected;
    }
}
