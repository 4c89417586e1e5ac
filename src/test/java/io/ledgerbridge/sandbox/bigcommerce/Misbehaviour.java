package io.ledgerbridge.sandbox.bigcommerce;

import io.ledgerbridge.sandbox.http.Reply;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a test can have the sandbox do instead of answering a call well.
 *
 * @param instead another answer; null for the right one
 * @param late how much later it comes
 * @param half whether half of it arrives before the connection is closed
 * @param closed whether the connection is closed without a word
 */
public record Misbehaviour(@Nullable Reply instead, Duration late, boolean half, boolean closed) {

    public static Misbehaviour instead(Reply reply) {
        return new Misbehaviour(reply, Duration.ZERO, false, false);
    }

    public static Misbehaviour json(int status, String body) {
        return instead(Reply.of(status, "application/json", body));
    }

    /** 429 with the time until the quota starts afresh. */
    public static Misbehaviour throttled(Duration reset) {
        return instead(Reply.of(429, "application/json", "{\"status\":429,\"title\":\"Too many requests\"}")
                .with(Map.of(
                        "X-Rate-Limit-Time-Reset-Ms",
                        Long.toString(reset.toMillis()),
                        "X-Rate-Limit-Requests-Left",
                        "0")));
    }

    /** 429 without a reset header: overload. */
    public static Misbehaviour overloaded() {
        return json(429, "{\"status\":429,\"title\":\"Too many requests\"}");
    }

    /** 204, as for a list with nothing in it. */
    public static Misbehaviour nothing() {
        return instead(new Reply(204, Map.of(), ""));
    }

    /** 200 with nothing in it, which is no list. */
    public static Misbehaviour empty() {
        return json(200, "");
    }

    public static Misbehaviour error(int status) {
        return json(status, "{\"status\":%d,\"title\":\"Gateway error\"}".formatted(status));
    }

    /** A page for people, such as a proxy's. */
    public static Misbehaviour html(int status) {
        return instead(Reply.html(status, "<html><body><h1>Back in a minute</h1></body></html>"));
    }

    public static Misbehaviour halfABody() {
        return new Misbehaviour(null, Duration.ZERO, true, false);
    }

    public static Misbehaviour hungUp() {
        return new Misbehaviour(null, Duration.ZERO, false, true);
    }

    public static Misbehaviour late(Duration by) {
        return new Misbehaviour(null, by, false, false);
    }
}
