package io.ledgerbridge.books.audit.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.books.audit.covered.CoveredJournal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A journal as its order's chain tells it: what was written, and what became of it. */
final class WrittenJournal {

    private final JsonNode detail;
    private String state = "planned";
    private @Nullable String x3Number;

    /** @param detail of the link by which it was written */
    WrittenJournal(JsonNode detail) {
        this.detail = detail;
    }

    /** Whether its digest was told; it wasn't before there were any. */
    boolean isDigested() {
        return detail.has("sha256");
    }

    /** A later link tells of it. */
    void became(String newState, JsonNode told) {
        state = newState;
        if (told.has("x3Number")) {
            x3Number = told.path("x3Number").asText();
        }
    }

    /** Whether the rows are those that were written. */
    boolean isOf(CoveredJournal rows) {
        return isDigested() ? detail.path("sha256").asText().equals(rows.sha256()) : isRoughlyOf(rows);
    }

    /** By what links told before they held a digest. */
    private boolean isRoughlyOf(CoveredJournal rows) {
        return detail.path("kind").asText(rows.kind()).equals(rows.kind())
                && detail.path("accountingDate").asText(rows.accountingDate()).equals(rows.accountingDate())
                && detail.path("currency").asText(rows.currency()).equals(rows.currency())
                && lines(detail.path("lines")).equals(rows.lines());
    }

    private static List<String> lines(JsonNode told) {
        List<String> lines = new ArrayList<>();
        told.forEach(line -> {
            String text = line.asText();
            int amount = text.lastIndexOf(' ') + 1;
            lines.add(text.substring(0, amount) + plain(text.substring(amount)));
        });
        return lines;
    }

    private static String plain(String amount) {
        try {
            return new BigDecimal(amount).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException forged) {
            return amount;
        }
    }

    String state() {
        return state;
    }

    /** Once it is posted. */
    @Nullable
    String x3Number() {
        return state.equals("posted") ? x3Number : null;
    }
}
