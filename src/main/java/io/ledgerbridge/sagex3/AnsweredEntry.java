package io.ledgerbridge.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.ledger.EntryStatus;
import io.ledgerbridge.sagex3.found.AnsweredLine;
import io.ledgerbridge.sagex3.templates.AnswerTemplate;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An entry as an {@link AnswerTemplate} yielded it.
 *
 * @param fields {@code number}, {@code key} where it isn't api1's usual one, {@code reference}, {@code date} as
 *     {@code 2026-10-31} or {@code 20261031}, a time behind it is passed over, {@code currency}, {@code lines}, and
 *     {@code status} where it is shown
 */
public record AnsweredEntry(JsonNode fields) {

    public String number() {
        return text("number");
    }

    /** By which api1 reads it; empty where that goes by its entry type and number. */
    String key() {
        return text("key");
    }

    public String reference() {
        return text("reference");
    }

    /** {@code temporary} or {@code final}; null where it wasn't read. */
    public @Nullable String status() {
        return EntryStatus.labelOf(text("status"));
    }

    /** What of it was not read, though every entry has it; nothing where all was. */
    public Optional<String> lacks() {
        return lacks(lines());
    }

    private Optional<String> lacks(List<AnsweredLine> counted) {
        Optional<String> field = Stream.of("number", "date", "currency")
                .filter(name -> text(name).isEmpty())
                .findFirst()
                .or(() -> lines().isEmpty() ? Optional.of("lines") : Optional.empty());
        return field.or(
                () -> counted.stream().flatMap(line -> line.lacks().stream()).findFirst());
    }

    /**
     * The whole of it.
     *
     * @param ledger of which the lines count; those that show none count, too
     * @throws Fault where something of it is missing or can't be read
     */
    public FoundEntry found(int ledger) {
        List<AnsweredLine> counted =
                lines().stream().filter(line -> line.isOf(ledger)).toList();
        lacks(counted).ifPresent(what -> {
            throw unread("no " + what);
        });
        if (counted.isEmpty()) {
            String others =
                    lines().stream().map(AnsweredLine::ledger).distinct().collect(Collectors.joining(", "));
            throw unread("no line of ledger %d, but of %s: sage-x3.ledger says which counts".formatted(ledger, others));
        }
        return new FoundEntry(number(), date(), text("currency"), sums(counted), status());
    }

    private List<AnsweredLine> lines() {
        return StreamSupport.stream(fields.path("lines").spliterator(), false)
                .map(AnsweredLine::new)
                .toList();
    }

    private Map<String, BigDecimal> sums(List<AnsweredLine> counted) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        try {
            counted.forEach(line -> sums.merge(line.account(), line.signed(), BigDecimal::add));
        } catch (IllegalArgumentException unreadable) {
            throw unread(String.valueOf(unreadable.getMessage()));
        }
        return sums;
    }

    private LocalDate date() {
        String text = text("date");
        boolean dashes = text.indexOf('-') == 4;
        String day = text.substring(0, Math.min(text.length(), dashes ? 10 : 8));
        try {
            return dashes ? LocalDate.parse(day) : LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException unreadable) {
            throw unread("the date '%s'".formatted(text));
        }
    }

    private String text(String field) {
        return fields.path(field).asText().strip();
    }

    private Fault unread(String what) {
        return LookUpFaults.unread(
                "entry '%s' was read with %s, as the store's answer template reads it".formatted(number(), what));
    }
}
