package io.ledgerbridge.sagex3.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a day's period takes entries, by the statuses of its rows: X3 has one a company and ledger type. */
final class PeriodStatus {

    /** GraphQL's word, and the number in X3's own menu. */
    private static final Set<String> OPEN = Set.of("open", "2");

    private static final Set<String> SHUT = Set.of("closed", "notopen", "notopened", "1", "3");

    private PeriodStatus() {}

    static CodeVerdict verdict(String day, List<String> statuses, boolean more) {
        long open = statuses.stream().filter(status -> is(OPEN, status)).count();
        long shut = statuses.stream().filter(status -> is(SHUT, status)).count();
        if (statuses.isEmpty()) {
            return CodeVerdict.refused(CodeKind.PERIOD, day, "Sage X3 has no period of that day");
        }
        if (more || open + shut < statuses.size() || (open > 0 && shut > 0)) {
            return CodeVerdict.untold(
                    CodeKind.PERIOD,
                    day,
                    "of the %d periods of that day, over all companies and ledgers, %d are open and %d are not"
                            .formatted(statuses.size(), open, shut));
        }
        return open > 0
                ? new CodeVerdict(CodeKind.PERIOD, day, CodeVerdict.Says.HAS, "it is open")
                : CodeVerdict.refused(
                        CodeKind.PERIOD, day, "it is not open in Sage X3 (status %s)".formatted(statuses.get(0)));
    }

    private static boolean is(Set<String> words, String status) {
        return words.contains(status.toLowerCase(Locale.ROOT).replace("_", ""));
    }
}
