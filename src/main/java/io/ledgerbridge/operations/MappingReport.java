package io.ledgerbridge.operations;

import io.ledgerbridge.sagex3.check.CodeQuestions.Unasked;
import io.ledgerbridge.sagex3.check.CodeVerdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * A check of a mapping in words: one line for each code that Sage X3 told of, and one for each reason why others weren't
 * checked. A line isn't ok where X3 would refuse a journal, or where it didn't answer
 * or could tell of nothing.
 */
final class MappingReport {

    static final String MAPPING = "sage-x3-mapping";

    /** Of one kind; what is beyond isn't asked. */
    static final int MOST_CODES = 500;

    private static final String REMEDY =
            "see what it says of each, and set where the folder has them in sage-x3.graphql.nodes or sage-x3.rest.classes";

    private MappingReport() {}

    static List<PingCheck> of(MappingCheck check) {
        return Stream.of(
                        check.verdicts().stream().map(verdict -> told(check.codes(), verdict)),
                        check.unasked().stream().map(MappingReport::unasked),
                        beyond(check.codes()),
                        unanswered(check),
                        untold(check))
                .flatMap(each -> each)
                .toList();
    }

    private static PingCheck told(MappedCodes codes, CodeVerdict verdict) {
        String kind = verdict.kind().words();
        String settings = codes.settingsOf(verdict.kind(), verdict.code());
        return new PingCheck(
                "sage-x3-%s:%s".formatted(verdict.kind().label(), verdict.code()),
                !verdict.wouldRefuse(),
                "%s %s of %s: %s".formatted(kind, verdict.code(), settings, verdict.words()));
    }

    private static PingCheck unasked(Unasked unasked) {
        return new PingCheck(
                "sage-x3-" + unasked.kind().label(),
                true,
                "%s; %d not checked".formatted(unasked.words(), unasked.codes()));
    }

    private static Stream<PingCheck> beyond(MappedCodes codes) {
        int more = codes.byKind().values().stream()
                .mapToInt(some -> Math.max(some.size() - MOST_CODES, 0))
                .sum();
        String words = "%d codes were not checked, being more than %d of a kind".formatted(more, MOST_CODES);
        return more == 0 ? Stream.empty() : Stream.of(new PingCheck(MAPPING, true, words));
    }

    private static Stream<PingCheck> unanswered(MappingCheck check) {
        String why = check.unanswered();
        String words = "%d codes were not checked: %s".formatted(check.untold(), why);
        return why.isEmpty() ? Stream.empty() : Stream.of(new PingCheck(MAPPING, false, words));
    }

    /** X3 answered, and has told nothing: then the check is of no use, although each line of it is ok. */
    private static Stream<PingCheck> untold(MappingCheck check) {
        List<CodeVerdict> verdicts = check.verdicts();
        boolean useful = verdicts.isEmpty() || !verdicts.stream().allMatch(CodeVerdict::isUntold);
        String words = "Sage X3 could tell of none of %d codes: %s".formatted(verdicts.size(), REMEDY);
        return useful || !check.unanswered().isEmpty()
                ? Stream.empty()
                : Stream.of(new PingCheck(MAPPING, false, words));
    }
}
