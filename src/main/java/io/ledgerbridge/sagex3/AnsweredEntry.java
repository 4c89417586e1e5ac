package io.ledgerbridge.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.ledger.Decimals;
import io.ledgerbridge.sagex3.found.EntryStatus;
import io.ledgerbridge.sagex3.templates.AnswerTemplate;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An entry as an {@link AnswerTemplate} yielded it.
 *
 * @param fields {@code number}, {@code key} where it isn't api1's usual one, {@code reference}, {@code date} as {@code 2026-10-31} or {@code 20261031}, a time behind
 *     it is passed over, {@code currency}, and {@code lines} with {@code account} and either {@code sign} (1 debit, -1
 *     credit) and {@code amount} or {@code debit} and {@code credit}, of which one may be missing or empty; a line may
 *     have its {@code ledger}, an entry its {@code status}
 */
public record AnsweredEntry(JsonNode fields) {

    public String number() {
        return text(fields, "number");
    }

    /** By which api1 reads it; empty where that goes by its entry type and number. */
    String key() {
        return text(fields, "key");
    }

    public String reference() {
        return text(fields, "reference");
    }

    /** {@code temporary} or {@code final}; null where it wasn't read. */
    public @Nullable String status() {
        return EntryStatus.labelOf(text(fields, "status"));
    }

    /** What of it was not read, though every entry has it; nothing where all was. */
    public Optional<String> lacks() {
        for (String field : List.of("number", "date", "currency")) {
            if (text(fields, field).isEmpty()) {
                return Optional.of(field);
            }
        }
        if (fields.path("lines").isEmpty()) {
            return Optional.of("lines");
        }
        for (JsonNode line : fields.path("lines")) {
            if (text(line, "account").isEmpty()) {
                return Optional.of("account of a line");
            }
            if (!line.has("amount") && !line.has("debit") && !line.has("credit")) {
                return Optional.of("amount, debit or credit of a line");
            }
        }
        return Optional.empty();
    }

    /**
     * The whole of it.
     *
     * @param ledger of which the lines count; those that show none count, too
     * @throws Fault where something of it is missing or can't be read
     */
    public FoundEntry found(int ledger) {
        lacks().ifPresent(what -> {
            throw unread("no " + what);
        });
        List<FoundEntry.Line> lines = new ArrayList<>();
        Set<String> others = new TreeSet<>();
        for (JsonNode line : fields.path("lines")) {
            String its = text(line, "ledger");
            if (its.isEmpty() || its.equals(Integer.toString(ledger))) {
                lines.add(new FoundEntry.Line(text(line, "account"), signed(line)));
            } else {
                others.add(its);
            }
        }
        if (lines.isEmpty()) {
            throw unread("no line of ledger %d, but of %s: sage-x3.ledger says which counts"
                    .formatted(ledger, String.join(", ", others)));
        }
        return FoundEntry.of(number(), date(), text(fields, "currency"), lines, status());
    }

    private LocalDate date() {
        String text = text(fields, "date");
        boolean dashes = text.indexOf('-') == 4;
        String day = text.substring(0, Math.min(text.length(), dashes ? 10 : 8));
        try {
            return dashes ? LocalDate.parse(day) : LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException unreadable) {
            throw unread("the date '%s'".formatted(text));
        }
    }

    private BigDecimal signed(JsonNode line) {
        if (!line.has("amount")) {
            return number(line, "debit").subtract(number(line, "credit"));
        }
        BigDecimal sign = number(line, "sign");
        if (sign.abs().compareTo(BigDecimal.ONE) != 0) {
            throw unread("a line of sign '%s', and neither 1 nor -1".formatted(text(line, "sign")));
        }
        return number(line, "amount").multiply(sign);
    }

    /** What is empty is zero, as on X3's screens. */
    private BigDecimal number(JsonNode line, String field) {
        String text = text(line, field);
        try {
            return text.isEmpty() ? BigDecimal.ZERO : Decimals.read(text);
        } catch (NumberFormatException unreadable) {
            throw unread("the %s '%s'".formatted(field, text.substring(0, Math.min(text.length(), 50))));
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText().strip();
    }

    private Fault unread(String what) {
        return ReplyClassifier.lookUpUnread(
                "entry '%s' was read with %s, as the store's answer template reads it".formatted(number(), what));
    }
}
