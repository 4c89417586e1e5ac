package io.ledgerbridge.sagex3.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.sagex3.X3Json;
import io.ledgerbridge.sagex3.X3Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Sage X3 answers to a question for codes. An X3 that doesn't know what it is asked says nothing of the codes;
 * one that fails or refuses the credentials isn't asked further.
 */
public final class CodeReplies {

    private CodeReplies() {}

    /**
     * A verdict on each code that was asked for.
     *
     * @throws Fault where X3 refused the credentials, or didn't answer
     */
    public static List<CodeVerdict> verdicts(CodeQuestion question, int status, @Nullable String body) {
        if (status == 401) {
            throw Fault.credentials(Side.SAGE_X3, "Sage X3 refused the credentials: " + X3Words.ofReply(status, body));
        }
        JsonNode reply = X3Json.object(body).orElseThrow(() -> notAnswered(status, body));
        List<String> errors = X3Words.errors(reply);
        if (!errors.isEmpty()) {
            return untold(question, X3Words.joined(errors));
        }
        if (status < 200 || status > 299) {
            throw notAnswered(status, body);
        }
        JsonNode rows = rows(question, reply);
        return rows.isArray()
                ? verdicts(question, rows, hasMore(question, reply))
                : untold(question, "the answer has no rows: " + X3Words.ofReply(status, body));
    }

    private static Fault notAnswered(int status, @Nullable String body) {
        return Fault.passing("Sage X3 answered with " + X3Words.ofReply(status, body), null);
    }

    private static List<CodeVerdict> untold(CodeQuestion question, String words) {
        return question.codes().stream()
                .map(code -> CodeVerdict.untold(
                        question.kind(),
                        code,
                        "%s: %s".formatted(question.place().words(), words)))
                .toList();
    }

    private static JsonNode query(CodeQuestion question, JsonNode reply) {
        CodePlace place = question.place();
        return reply.path("data").path(place.packageName()).path(place.name()).path("query");
    }

    private static JsonNode rows(CodeQuestion question, JsonNode reply) {
        return reply.has("$resources")
                ? reply.path("$resources")
                : query(question, reply).path("edges");
    }

    private static boolean hasMore(CodeQuestion question, JsonNode reply) {
        return reply.path("$links").has("$next")
                || query(question, reply).path("pageInfo").path("hasNextPage").asBoolean();
    }

    private static List<CodeVerdict> verdicts(CodeQuestion question, JsonNode rows, boolean more) {
        CodePlace place = question.place();
        if (question.kind() == CodeKind.PERIOD) {
            return List.of(PeriodStatus.verdict(question.codes().get(0), texts(rows, place.status()), more));
        }
        Set<String> found = Set.copyOf(texts(rows, place.field()));
        return question.codes().stream()
                .map(code -> verdict(question, code, found, more))
                .collect(Collectors.toList());
    }

    private static CodeVerdict verdict(CodeQuestion question, String code, Set<String> found, boolean more) {
        if (found.contains(code)) {
            return CodeVerdict.has(question.kind(), code);
        }
        if (more) {
            return CodeVerdict.untold(question.kind(), code, "Sage X3 has more rows than it answered");
        }
        boolean none = found.isEmpty() && question.codes().size() > 1;
        String doubt = none
                ? "; it has none of the %d that were asked for, so see whether %s and its %s are the right ones"
                        .formatted(
                                question.codes().size(),
                                question.place().words(),
                                question.place().field())
                : "";
        return CodeVerdict.refused(
                question.kind(), code, "Sage X3 has no such " + question.kind().words() + doubt);
    }

    private static List<String> texts(JsonNode rows, String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode row : rows) {
            JsonNode value = row.path("node").isObject() ? row.path("node").path(field) : row.path(field);
            texts.add(value.isObject() ? value.path("_id").asText() : value.asText());
        }
        return texts;
    }
}
