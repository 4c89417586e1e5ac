package io.ledgerbridge.console;

import io.ledgerbridge.approvals.Refused;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What came of what a person did, as the next page says it.
 *
 * @param key of the message; null where it is refused
 * @param values of the message
 * @param refusal in the words of the API
 */
public record Said(
        @Nullable String key, List<Object> values, @Nullable String refusal) {

    /** The name under which pages find it. */
    public static final String NAME = "said";

    /** It is done. */
    public static Said done(String key, Object... values) {
        return new Said(key, List.of(values), null);
    }

    /** Does it through the API, and has the next page say what came of it: what was refused is said in the API's words. */
    public static void of(RedirectAttributes next, Supplier<Said> deed) {
        next.addFlashAttribute(NAME, of(deed));
    }

    private static Said of(Supplier<Said> deed) {
        try {
            return deed.get();
        } catch (Refused refused) {
            return new Said(null, List.of(), refused.why());
        } catch (RuntimeException refused) {
            if (refused instanceof ErrorResponse answer
                    && answer.getStatusCode().is4xxClientError()) {
                ProblemDetail problem = answer.getBody();
                String detail = problem.getDetail();
                return new Said(null, List.of(), detail == null ? String.valueOf(problem.getTitle()) : detail);
            }
            throw refused;
        }
    }
}
