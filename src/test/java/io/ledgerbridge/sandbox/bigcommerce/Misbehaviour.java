package io.ledgerbridge.sandbox.bigcommerce;

import java.time.Duration;
import java.util.Map;

/** What a test can have the sandbox do instead of answering a call well. */
public sealed interface Misbehaviour {

    /** Another answer. */
    record Instead(int status, String contentType, String body, Map<String, String> headers) implements Misbehaviour {}

    /** The right answer, of which half arrives before the connection is closed. */
    record HalfABody() implements Misbehaviour {}

    /** The connection is closed without a word. */
    record HungUp() implements Misbehaviour {}

    /** The right answer, late. */
    record Late(Duration by) implements Misbehaviour {}

    /** 429 with the time until the quota starts afresh. */
    static Misbehaviour throttled(Duration reset) {
        return new Instead(
                429,
                "application/json",
                "{\"status\":429,\"title\":\"Too many requests\",\"type\":\"/api-docs/getting-started/api-status-codes\"}",
                Map.of(
                        "X-Rate-Limit-Time-Reset-Ms",
                        Long.toString(reset.toMillis()),
                        "X-Rate-Limit-Requests-Left",
                        "0"));
    }

    /** 429 without a reset header: overload. */
    static Misbehaviour overloaded() {
        return new Instead(429, "application/json", "{\"status\":429,\"title\":\"Too many requests\"}", Map.of());
    }

    /** 204, as for a list with nothing in it. */
    static Misbehaviour nothing() {
        return new Instead(204, "application/json", "", Map.of());
    }

    /** 200 with nothing in it, which is no list. */
    static Misbehaviour empty() {
        return new Instead(200, "application/json", "", Map.of());
    }

    static Misbehaviour error(int status) {
        return new Instead(
                status, "application/json", "{\"status\":%d,\"title\":\"Gateway error\"}".formatted(status), Map.of());
    }

    /** A page for people, such as a proxy's. */
    static Misbehaviour html(int status) {
        return new Instead(status, "text/html", "<html><body><h1>Back in a minute</h1></body></html>", Map.of());
    }

    static Misbehaviour halfABody() {
        return new HalfABody();
    }

    static Misbehaviour hungUp() {
        return new HungUp();
    }

    static Misbehaviour late(Duration by) {
        return new Late(by);
    }
}
