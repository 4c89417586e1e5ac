package io.ledgerbridge.api;

import io.ledgerbridge.books.origin.JournalOrigin;
import io.ledgerbridge.ledger.JournalLine;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A line of a journal as answers show it.
 *
 * @param tender the way of paying, of a receivable that is split by it
 * @param mapping the version of the mapping that names its account; null where it isn't known
 * @param amount positive for a debit, negative for a credit, as a text
 */
public record JournalLineView(
        String account,
        String role,
        @Nullable String tender,
        String amount,
        String description,
        @Nullable String businessPartner,
        Map<String, String> dimensions,
        @Nullable String taxCode,
        @Nullable Integer mapping) {

    /** @param first the place of the first of them among all lines of the journal */
    static List<JournalLineView> all(List<JournalLine> lines, JournalOrigin origin, int first) {
        return IntStream.range(0, lines.size())
                .mapToObj(index -> of(lines.get(index), origin.ofLine(first + index)))
                .toList();
    }

    private static JournalLineView of(JournalLine line, @Nullable Integer mapping) {
        return new JournalLineView(
                line.account(),
                line.role().label(),
                line.tender(),
                line.amount().amount().toPlainString(),
                line.description(),
                line.businessPartner(),
                line.dimensions(),
                line.taxCode(),
                mapping);
    }
}
