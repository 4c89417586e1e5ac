package io.ledgerbridge.crash;

import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills a database with a year of orders: copies of the orders that the program has posted into it, of which each group has
 * numbers of its own and is as much older as its part of the year. Hashes are other ones of the same length, so a
 * verification of the audit trail would find the copies' chains broken.
 */
final class YearOfRows {

    /** In an order in which each row's journal is there before it. */
    static final List<String> TABLES = List.of("delivery", "event", "due_order", "journal", "journal_line", "audit");

    private static final List<String> NUMBERED = List.of("event", "journal", "audit");
    private static final int MINUTES = 365 * 24 * 60;
    private static final long STEP = 1_000_000;

    private final JdbcClient jdbc;
    private final boolean h2;
    private final Map<String, Map<String, String>> columns = new LinkedHashMap<>();

    YearOfRows(DataSource database, boolean h2) {
        this.jdbc = JdbcClient.create(database);
        this.h2 = h2;
    }

    /** Writes so many copies of what is there, the oldest first. */
    void fill(int copies) {
        TABLES.forEach(table -> jdbc.sql("CREATE TABLE base_%s AS SELECT * FROM %s".formatted(table, table))
                .update());
        for (int copy = 1; copy <= copies; copy++) {
            int minutes = (int) ((long) MINUTES * (copies - copy + 1) / copies);
            for (String table : TABLES) {
                jdbc.sql(insert(table, copy, minutes)).update();
            }
        }
        NUMBERED.forEach(table -> jdbc.sql(
                        "ALTER TABLE %s ALTER COLUMN id RESTART WITH %d".formatted(table, (copies + 1) * STEP))
                .update());
        TABLES.forEach(table -> jdbc.sql("DROP TABLE base_" + table).update());
    }

    private String insert(String table, int copy, int minutes) {
        Map<String, String> types = columns.computeIfAbsent(table, this::columnsOf);
        String values = types.entrySet().stream()
                .map(column -> value(table, column.getKey(), column.getValue(), copy, minutes))
                .collect(Collectors.joining(", "));
        return "INSERT INTO %s (%s) SELECT %s FROM base_%s"
                .formatted(table, String.join(", ", types.keySet()), values, table);
    }

    private Map<String, String> columnsOf(String table) {
        return jdbc.sql("SELECT * FROM %s WHERE 1 = 0".formatted(table)).query(rows -> {
            Map<String, String> types = new LinkedHashMap<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                types.put(
                        rows.getMetaData().getColumnName(column),
                        kind(rows.getMetaData().getColumnType(column)));
            }
            types.remove("standing"); // the database makes it
            return types;
        });
    }

    private static String kind(int type) {
        return switch (type) {
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> "time";
            case Types.DATE -> "day";
            default -> "other";
        };
    }

    private String value(String table, String column, String kind, int copy, int minutes) {
        if (kind.equals("time")) {
            return "%s - %d * INTERVAL '1' MINUTE".formatted(column, minutes);
        }
        if (kind.equals("day")) {
            return "CAST(%s - %d AS DATE)".formatted(column, minutes / 1440);
        }
        return switch (column) {
            case "id", "journal_id", "event_id", "order_id", "read_up_to", "settled_up_to" ->
                "%s + %d".formatted(column, copy * STEP);
            case "message_id" -> "'us:' || " + hash(column, copy);
            case "body_sha256", "request_hash", "previous_hash", "hash" -> hash(column, copy);
            case "reference" ->
                "regexp_replace(reference, '[0-9]+', %s)"
                        .formatted(
                                table.equals("audit") || table.equals("journal")
                                        ? "CAST(order_id + %d AS VARCHAR)".formatted(copy * STEP)
                                        : "''");
            default -> column;
        };
    }

    private String hash(String column, int copy) {
        return (h2
                        ? "lower(rawtohex(hash('SHA-256', %s || '%d')))"
                        : "encode(sha256(convert_to(%s || '%d', 'UTF8')), 'hex')")
                .formatted(column, copy);
    }

    /** Megabytes of each table with its indexes, on PostgreSQL. */
    List<String> sizes() {
        return TABLES.stream()
                .map(table -> "%s: %.1f MB"
                        .formatted(
                                table,
                                jdbc.sql("SELECT pg_total_relation_size('%s')".formatted(table))
                                                .query(Long.class)
                                                .single()
                                        / 1e6))
                .toList();
    }

    /** Gives the room of removed rows back to the tables, on PostgreSQL, as it does by itself in time. */
    void vacuum() {
        jdbc.sql("VACUUM ANALYZE").update();
    }

    /** @param rows a table, with a condition if need be */
    long count(String rows) {
        return jdbc.sql("SELECT count(*) FROM " + rows).query(Long.class).single();
    }
}
