package io.ledgerbridge.sagex3.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.sagex3.X3Json;
import io.ledgerbridge.sagex3.X3Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Sage X3 answers to a question for codes. An X3 that doesn't know what it is asked says nothing of the codes;
 * one that fails or refuses the credentials isn't asked further.
 */
public final class CodeReplies {

    /** By which an X3 that is there says no to the one question, with words of its own or without. */
    private static final Set<Integer> NOT_KNOWN = Set.of(400, 403, 404, 422);

    private CodeReplies() {}

    /** The question to ask in place of one that X3 knows no node for; empty where there is none. */
    public static Optional<CodeQuestion> next(CodeQuestion question, int status) {
        return status == 400 ? question.next() : Optional.empty();
    }

    /**
     * A verdict on each code that was asked for.
     *
     * @throws Fault where X3 refused the credentials, or didn't answer
     */
    public static List<CodeVerdict> verdicts(CodeQuestion question, int status, @Nullable String body) {
        if (status == 401) {
            throw Fault.credentials(Side.SAGE_X3, "Sage X3 refused the credentials: " + X3Words.ofReply(status, body));
        }
        Optional<JsonNode> reply = X3Json.object(body);
        List<String> errors = reply.map(X3Words::errors).orElse(List.of());
        if (!errors.isEmpty()) {
            return untold(question, X3Words.joined(errors));
        }
        if (NOT_KNOWN.contains(status)) {
            return untold(question, X3Words.ofReply(status, body));
        }
        if (status < 200 || status > 299 || reply.isEmpty()) {
            throw Fault.passing("Sage X3 answered with " + X3Words.ofReply(status, body), null);
        }
        return CodeRows.of(question.place(), reply.get())
                .map(rows -> verdicts(question, rows))
                .orElseGet(() -> untold(question, "the answer has no rows: " + X3Words.ofReply(status, body)));
    }

    private static List<CodeVerdict> untold(CodeQuestion question, String words) {
        String where = question.place().words();
        return question.codes().stream()
                .map(code -> CodeVerdict.untold(
                        question.kind(),
                        code,
                        where + ": " + words + question.place().hint()))
                .toList();
    }

    private static List<CodeVerdict> verdicts(CodeQuestion question, CodeRows rows) {
        CodePlace place = question.place();
        if (question.kind() == CodeKind.PERIOD) {
            return List.of(PeriodStatus.verdict(question.codes().get(0), rows.texts(place.status()), rows.more()));
        }
        Set<String> found = Set.copyOf(rows.texts(place.field()));
        return question.codes().stream()
                .map(code -> verdict(question, code, found, rows.more()))
                .toList();
    }

    private static CodeVerdict verdict(CodeQuestion question, String code, Set<String> found, boolean more) {
        if (found.contains(code)) {
            return CodeVerdict.has(question.kind(), code);
        }
        if (more) {
            return CodeVerdict.untold(question.kind(), code, "Sage X3 has more rows than it answered");
        }
        String doubt = found.isEmpty() && question.codes().size() > 1 ? doubt(question) : "";
        return CodeVerdict.refused(
                question.kind(), code, "Sage X3 has no such " + question.kind().words() + doubt);
    }

    private static String doubt(CodeQuestion question) {
        return "; it has none of the %d that were asked for, so see whether %s and its %s are the right ones"
                .formatted(
                        question.codes().size(),
                        question.place().words(),
                        question.place().field());
    }
}
