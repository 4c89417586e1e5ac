package io.ledgerbridge.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.posting.explained.ExplainedLine;
import io.ledgerbridge.posting.explained.Explanations;
import io.ledgerbridge.posting.explained.PlanSource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The explanations of all that was posted for an order, by reference. */
final class Explained {

    private Explained() {}

    static Map<String, List<ExplainedLine>> of(Bookkeeping books) {
        Map<String, List<ExplainedLine>> explained = new LinkedHashMap<>();
        PlanSource before = null;
        for (Bookkeeping.Planned planned : books.planned) {
            PlanSource source = new PlanSource(planned.rules(), planned.reading(), null, planned.known());
            Explanations explanations = new Explanations(source, planned.known(), before);
            for (Journal journal : planned.journals()) {
                explained.put(
                        journal.reference(),
                        explanations.of(journal, journal.origin().lines()));
                before = source;
            }
        }
        return explained;
    }

    /** Each line is explained, and its figures sum to it. */
    static void check(Bookkeeping books, Object which) {
        Map<String, List<ExplainedLine>> explained = of(books);
        assertThat(explained.keySet()).as(which::toString).hasSameSizeAs(books.journals);
        for (Journal journal : books.journals) {
            List<ExplainedLine> lines = Objects.requireNonNull(explained.get(journal.reference()));
            List<Object> all = new ArrayList<>(journal.lines());
            all.addAll(journal.memo());
            assertThat(lines)
                    .as(which::toString)
                    .extracting(ExplainedLine::line)
                    .isEqualTo(all);
            lines.forEach(line -> check(journal, line, parts(books), which));
        }
    }

    private static void check(Journal journal, ExplainedLine line, int parts, Object which) {
        String what = "%s %s of %s".formatted(journal.reference(), line, which);
        Money amount = line.line().amount();
        assertThat(Money.rounded(line.terms().sum(), amount.currency()))
                .as(what)
                .isEqualTo(amount);
        assertThat(line.words()).as(what).doesNotContain("null", "[");
        assertThat(line.words()).as(what).contains(amount.abs().amount().toPlainString());
        assertThat(line.accountFrom()).as(what).isNotEmpty();
        assertThat(line.rule().name()).as(what).isNotEqualTo("BOOKS_ALONE");
        line.terms().figures().stream()
                .filter(figure -> figure.name().startsWith("rounding"))
                .forEach(figure -> assertThat(figure.value().abs()).as(what).isLessThanOrEqualTo(half(parts, amount)));
    }

    /** So many amounts were rounded by themselves at most: each purpose is. */
    private static int parts(Bookkeeping books) {
        return (int) books.journals.stream()
                .flatMap(journal -> Stream.concat(journal.lines().stream(), journal.memo().stream()))
                .map(JournalLine::purpose)
                .distinct()
                .count();
    }

    private static BigDecimal half(int parts, Money amount) {
        return Money.smallestUnits(parts, amount.currency())
                .amount()
                .divide(BigDecimal.valueOf(2), MathContext.UNLIMITED);
    }
}
