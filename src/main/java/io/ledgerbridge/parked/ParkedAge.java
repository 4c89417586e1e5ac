package io.ledgerbridge.parked;

import io.ledgerbridge.queue.figures.NotInLedger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The orders that have been parked for so long.
 *
 * @param amounts by currency; none where there are no such orders
 */
public record ParkedAge(Span span, List<NotInLedger> amounts) {

    public ParkedAge {
        amounts = List.copyOf(amounts);
    }

    public long orders() {
        return amounts.stream().mapToLong(NotInLedger::orders).sum();
    }

    /** How long; each from where the one before ends. */
    public enum Span {
        DAY(1),
        WEEK(7),
        MONTH(30),
        LONGER(0);

        /** So many at the most; 0 where there is no end. */
        private final int days;

        Span(int days) {
            this.days = days;
        }

        /** As keys of texts end. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String condition() {
            return "WHEN since > :%s THEN '%s'".formatted(label(), name());
        }

        Duration length() {
            return Duration.ofDays(days);
        }

        /** Which it is by a row's {@code since}, for parameters of their labels: when each began, seen from now. */
        static String ofRow() {
            String each = Arrays.stream(values())
                    .filter(span -> span != LONGER)
                    .map(Span::condition)
                    .collect(Collectors.joining(" "));
            return "CASE %s ELSE '%s' END".formatted(each, LONGER);
        }
    }
}
