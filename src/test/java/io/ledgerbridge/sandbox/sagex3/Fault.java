package io.ledgerbridge.sandbox.sagex3;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What goes wrong with one request.
 *
 * @param before what X3 waits for before it does anything
 * @param after what X3 waits for between its commit and its answer
 * @param words of a diagnosis, where the way has one
 */
public record Fault(
        Way way, Supplier<CompletableFuture<?>> before, Supplier<CompletableFuture<?>> after, String words) {

    /** How the request ends. */
    public enum Way {
        /** As it should. */
        NORMALLY(true),

        // Nothing is done.
        CLOSED(false),
        UNAUTHORISED(false),
        INVALID_TOKEN(false),
        UNAVAILABLE(false),
        TOO_MANY_REQUESTS(false),
        SERVER_ERROR(false),
        HTML(false),
        REFUSED(false),

        // It is done, and the answer doesn't say so, or not clearly.
        DONE_THEN_CLOSED(true),
        DONE_THEN_SERVER_ERROR(true),
        DONE_THEN_HTML(true),
        DONE_THEN_HALF_A_BODY(true),
        DONE_WITHOUT_NUMBER(true),
        DONE_WITH_ERROR(true),
        DONE_WITH_WARNING(true),
        DONE_WITH_PARTIAL_DATA(true);

        private final boolean done;

        Way(boolean done) {
            this.done = done;
        }

        boolean isDone() {
            return done;
        }
    }

    private static Fault of(Way way, String words) {
        return new Fault(way, Fault::nothing, Fault::nothing, words);
    }

    private static Fault of(Way way) {
        return of(way, "");
    }

    /** The request is answered as it should be. */
    public static Fault none() {
        return of(Way.NORMALLY);
    }

    /** X3 is slow: it waits, then commits, then answers. The commit comes even when the client is gone by then. */
    public static Fault slow(Duration delay) {
        return none().after(delay);
    }

    /** X3 commits at once and answers late. */
    public static Fault answerLate(Duration delay) {
        return none().answering(delay);
    }

    /** The connection closes before anything is done. */
    public static Fault close() {
        return of(Way.CLOSED);
    }

    /** 401 as Sage's cloud says it: {@code {"message":"Unauthorised"}}. */
    public static Fault unauthorised() {
        return of(Way.UNAUTHORISED);
    }

    /** 401 as X3 on premises says it: {@code Error 50: Invalid token}, plain text. */
    public static Fault invalidToken() {
        return of(Way.INVALID_TOKEN);
    }

    /** 503 before anything is done. */
    public static Fault unavailable() {
        return of(Way.UNAVAILABLE);
    }

    /** 429 before anything is done. */
    public static Fault tooManyRequests() {
        return of(Way.TOO_MANY_REQUESTS);
    }

    /** 500 before anything is done. */
    public static Fault serverError() {
        return of(Way.SERVER_ERROR);
    }

    /** A page with status 200 from something before X3, which never heard of the request. */
    public static Fault html() {
        return of(Way.HTML);
    }

    /** X3 refuses the request in the interface's own way, with these words. */
    public static Fault refuse(String words) {
        return of(Way.REFUSED, words);
    }

    /** Done, and then the connection closes without an answer. */
    public static Fault doneThenClose() {
        return of(Way.DONE_THEN_CLOSED);
    }

    /** Done, and then 500. */
    public static Fault doneThenServerError() {
        return of(Way.DONE_THEN_SERVER_ERROR);
    }

    /** Done, and then a page with status 200. */
    public static Fault doneThenHtml() {
        return of(Way.DONE_THEN_HTML);
    }

    /** Done, and then half of the answer before the connection closes. */
    public static Fault doneThenHalfABody() {
        return of(Way.DONE_THEN_HALF_A_BODY);
    }

    /** Done, with an answer of success that lacks the number. */
    public static Fault doneWithoutNumber() {
        return of(Way.DONE_WITHOUT_NUMBER);
    }

    /** Done, with the number and a diagnosis of error beside it. */
    public static Fault doneWithError(String words) {
        return of(Way.DONE_WITH_ERROR, words);
    }

    /** Done, with the number and a warning beside it. */
    public static Fault doneWithWarning(String words) {
        return of(Way.DONE_WITH_WARNING, words);
    }

    /** Done, with an answer in which a part has failed: GraphQL's partial data, an empty body elsewhere. */
    public static Fault doneWithPartialData() {
        return of(Way.DONE_WITH_PARTIAL_DATA);
    }

    /** The same fault, after a wait before anything is done. */
    public Fault after(Duration delay) {
        return new Fault(way, () -> timer(delay), after, words);
    }

    /** The same fault, once the test says so, before anything is done. */
    public Fault after(CompletableFuture<?> word) {
        return new Fault(way, () -> word, after, words);
    }

    /** The same fault, with a wait between commit and answer. */
    public Fault answering(Duration delay) {
        return new Fault(way, before, () -> timer(delay), words);
    }

    /** The same fault, answered once the test says so. */
    public Fault answering(CompletableFuture<?> word) {
        return new Fault(way, before, () -> word, words);
    }

    private static CompletableFuture<?> nothing() {
        return CompletableFuture.completedFuture(null);
    }

    private static CompletableFuture<?> timer(Duration delay) {
        return new CompletableFuture<Void>().completeOnTimeout(null, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
}
