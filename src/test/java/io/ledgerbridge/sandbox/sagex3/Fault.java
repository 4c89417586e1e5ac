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
        /** The connection closes before anything is done. */
        CLOSED(false),
        /** 401 as Sage's cloud says it: {@code {"message":"Unauthorised"}}. */
        UNAUTHORISED(false),
        /** 401 as X3 on premises says it: {@code Error 50: Invalid token}, plain text. */
        INVALID_TOKEN(false),
        /** 503 before anything is done. */
        UNAVAILABLE(false),
        /** 429 before anything is done. */
        TOO_MANY_REQUESTS(false),
        /** 500 before anything is done. */
        SERVER_ERROR(false),
        /** A page with status 200 from something before X3, which never heard of the request. */
        HTML(false),
        /** X3 refuses the request in the interface's own way, with these words. */
        REFUSED(false),
        /** Likewise, under status 500, as X3 says it when something in it failed. */
        REFUSED_AS_SERVER_ERROR(false),
        /** Done, and then the connection closes without an answer. */
        DONE_THEN_CLOSED(true),
        /** Done, and then 500. */
        DONE_THEN_SERVER_ERROR(true),
        /** Done, and then a page with status 200. */
        DONE_THEN_HTML(true),
        /** Done, and then half of the answer before the connection closes. */
        DONE_THEN_HALF_A_BODY(true),
        /** Done, with an answer of success that lacks the number. */
        DONE_WITHOUT_NUMBER(true),
        /** Done, with the number and a diagnosis of error beside it. */
        DONE_WITH_ERROR(true),
        /** Done, with the number and a warning beside it. */
        DONE_WITH_WARNING(true),
        /** Done, with an answer in which a part has failed: GraphQL's partial data, an empty body elsewhere. */
        DONE_WITH_PARTIAL_DATA(true);

        private final boolean done;

        Way(boolean done) {
            this.done = done;
        }

        boolean isDone() {
            return done;
        }
    }

    /** One that X3 has words for. */
    public static Fault of(Way way, String words) {
        return new Fault(way, Fault::nothing, Fault::nothing, words);
    }

    public static Fault of(Way way) {
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
