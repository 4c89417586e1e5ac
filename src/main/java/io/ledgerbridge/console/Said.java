package io.ledgerbridge.console;

import io.ledgerbridge.approvals.Refused;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What came of what a person did, as the next page says it.
 *
 * @param key of the message; null where all of it is refused
 * @param values of the message
 * @param refusal of it or of some of it, in the words of the API; null where all of it is done
 */
public record Said(
        @Nullable String key, List<Object> values, @Nullable String refusal) {

    /** The name under which pages find it. */
    public static final String NAME = "said";

    /** The message of an amount that can be read in two ways. */
    static final String UNCLEAR = "frame.unclear-amount";

    private static final String NOTHING = "needs-you.said.nothing-ticked";

    /** It is done. */
    public static Said done(String key, Object... values) {
        return new Said(key, List.of(values), null);
    }

    /**
     * Some of it is done, and some is refused.
     *
     * @param key of what is done; null where nothing is
     * @param refusals each with what it is about
     */
    public static Said partly(@Nullable String key, List<Object> values, List<String> refusals) {
        return new Said(key, values, refusals.isEmpty() ? null : String.join("; ", refusals));
    }

    /** Whether anything was done, so that it is no warning. */
    public boolean isDone() {
        return key != null && !key.equals(UNCLEAR) && !key.equals(NOTHING);
    }

    /** Does it through the API, and has the next page say what came of it: what was refused is said in the API's words. */
    public static void of(RedirectAttributes next, Supplier<Said> deed) {
        next.addFlashAttribute(NAME, of(deed));
    }

    private static Said of(Supplier<Said> deed) {
        AtomicReference<Said> said = new AtomicReference<>(partly(null, List.of(), List.of()));
        try {
            Optional<String> refusal = refusalOf(() -> said.set(deed.get()));
            return refusal.map(why -> partly(null, List.of(), List.of(why))).orElseGet(said::get);
        } catch (UnclearAmount unclear) {
            return unclear.said();
        }
    }

    /** Does it through the API: what comes back is why it was refused, in the API's words; empty where it is done. */
    public static Optional<String> refusalOf(Runnable deed) {
        try {
            deed.run();
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.why());
        } catch (RuntimeException refused) {
            if (refused instanceof ErrorResponse answer
                    && answer.getStatusCode().is4xxClientError()) {
                ProblemDetail problem = answer.getBody();
                String detail = problem.getDetail();
                return Optional.of(detail == null ? String.valueOf(problem.getTitle()) : detail);
            }
            throw refused;
        }
    }
}
