package io.ledgerbridge.operations;

import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.check.CodeKind;
import io.ledgerbridge.sagex3.check.CodeQuestion;
import io.ledgerbridge.sagex3.check.CodeQuestions;
import io.ledgerbridge.sagex3.check.CodeReplies;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells before the first journal what Sage X3 would refuse of a store's mapping: a code that it lacks, a period that is closed. */
@Component
public class MappingChecks {

    private final Rules rules;
    private final Folders folders;
    private final Clock clock;
    private final Words words;

    MappingChecks(Rules rules, Folders folders, Clock clock, Words words) {
        this.rules = rules;
        this.folders = folders;
        this.clock = clock;
        this.words = words;
    }

    /** Begins one, of which nothing is asked yet. */
    public MappingCheck begin(String store) {
        PostingRules all = rules.of(store);
        MappedCodes codes =
                MappedCodes.of(all, LocalDate.now(clock.withZone(all.journal().zone())));
        return new MappingCheck(codes, CodeQuestions.of(folders.of(store), bounded(codes.byKind())));
    }

    private static Map<CodeKind, List<String>> bounded(Map<CodeKind, List<String>> codes) {
        Map<CodeKind, List<String>> bounded = new TreeMap<>();
        codes.forEach((kind, some) ->
                bounded.put(kind, some.subList(0, Math.min(some.size(), MappingReport.MOST_CODES))));
        return bounded;
    }

    /** The folder as a question's call reaches it. */
    public FolderSettings folder(FolderSettings folder, CodeQuestion question) {
        return folder.asking(question.className());
    }

    /**
     * Reads the answer to the question, or asks the other package that may have the node.
     *
     * @throws Fault where X3 refused the credentials, or didn't answer
     */
    public void answered(MappingCheck check, CodeQuestion question, int status, @Nullable String body) {
        CodeReplies.next(question, status)
                .ifPresentOrElse(check::again, () -> check.answered(CodeReplies.verdicts(question, status, body)));
    }

    /** Asks no more. */
    public void failed(MappingCheck check, PingOutcome outcome) {
        check.failed(outcome);
    }

    /** What there is so far, as checks. Nothing more is asked. */
    public List<PingCheck> told(MappingCheck check) {
        check.end();
        return MappingReport.of(check).stream()
                .map(each -> each.saying(words.kept(each.detail())))
                .toList();
    }
}
