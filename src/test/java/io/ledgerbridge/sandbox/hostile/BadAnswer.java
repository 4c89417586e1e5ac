package io.ledgerbridge.sandbox.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** A kind of bad answer. What is sent ends with the connection, unless it is a whole answer. */
public enum BadAnswer {
    TOO_LARGE(endless(head(200, "Content-Type: application/json", "Content-Length: 300000000"), " ".repeat(8192))),
    NEVER_ENDING(endless(
            head(200, "Content-Type: application/json", "Transfer-Encoding: chunked"),
            "2000\r\n" + " ".repeat(8192) + "\r\n")),
    GZIP_BOMB((good, asked, out) -> {
        byte[] bomb = bomb();
        out.write(bytes(head(200, "Content-Type: application/json", "Content-Encoding: gzip", length(bomb.length))));
        out.write(bomb);
    }),
    /** As large as may be, and with as many parts: the good answer, if it is JSON. */
    LARGEST(body(good -> good.startsWith("{")
            ? "{\"more\":[" + "0,".repeat(450_000) + "0]," + " ".repeat(3_000_000 - good.length()) + good.substring(1)
            : good + " ".repeat(3_900_000 - good.length()))),
    TOO_DEEP((good, asked, out) -> out.write(good.with("[".repeat(100_000)).bytes())),
    MANY_HEADERS(endless("HTTP/1.1 200 OK\r\n", "X-More: x\r\n")),
    ENDLESS_HEADER(endless("HTTP/1.1 200 OK\r\nX-More: ", "x".repeat(8192))),
    ENDLESS_STATUS_LINE(endless("HTTP/1.1 200 ", "OK".repeat(4096))),
    INFORMATION_STORM(endless("", "HTTP/1.1 102 Processing\r\n\r\n")),
    DRIP((good, asked, out) -> {
        out.write(bytes(head(200, "Content-Type: application/json", "Content-Length: 1000000")));
        while (!Thread.currentThread().isInterrupted()) {
            out.write(' ');
            out.flush();
            pause(100);
        }
    }),
    SILENCE((good, asked, out) -> pause(60_000)),
    UNKNOWN_CHARSET((good, asked, out) ->
            out.write(new Good(good.status(), "application/json; charset=klingon", good.body() + "\u00e9").bytes())),
    WRONG_CHARSET((good, asked, out) -> {
        byte[] body = good.body().getBytes(StandardCharsets.UTF_16);
        out.write(bytes(head(good.status(), "Content-Type: application/json; charset=UTF-8", length(body.length))));
        out.write(body);
    }),
    MANY_ENCODINGS((good, asked, out) -> {
        String[] headers = new String[21];
        Arrays.fill(headers, "Content-Encoding: gzip");
        headers[20] = length(good.body().length());
        out.write(bytes(head(200, headers)));
        out.write(good.body().getBytes(StandardCharsets.UTF_8));
    }),
    LISTED_ENCODINGS(said(head(200, "Content-Encoding: " + "gzip, ".repeat(19) + "gzip", length(3)) + "abc")),
    UNKNOWN_ENCODING(said(head(200, "Content-Encoding: zstd", length(3)) + "abc")),
    NOT_ENCODED((good, asked, out) -> {
        out.write(bytes(head(200, "Content-Encoding: gzip", length(good.body().length()))));
        out.write(good.body().getBytes(StandardCharsets.UTF_8));
    }),
    HTML(body(good -> "<html><body><h1>Back in a minute</h1></body></html>")),
    ARRAY_FOR_OBJECT(body(good -> good.startsWith("[") ? "{\"list\":" + good + "}" : "[" + json(good) + "]")),
    WORD_FOR_NUMBER(body(good -> good.replaceAll(":(\\s*)-?[0-9][0-9.]*", ":$1\"many\"")
            .replaceAll(":(\\s*)\"-?[0-9][0-9.]*\"", ":$1\"much\""))),
    NOT_A_NUMBER(body(good -> good.replaceAll(":(\\s*)\"?-?[0-9][0-9.]*\"?", ":$1NaN"))),
    HUGE_EXPONENT(body(good -> good.replaceAll(":(\\s*)\"?-?[0-9]+\\.[0-9]+\"?", ":$1\"1e400000000\"")
            .replaceAll("(total\"|AMTCUR\"|transactionAmount\"):[^,}]*", "$1:1e999999999"))),
    LONG_NUMBER(body(good -> good.replaceAll(":(\\s*)\"?-?[0-9][0-9.]*\"?", ":$1" + "9".repeat(2000)))),
    DUPLICATE_KEYS(body(good -> good.replaceAll("\"(id|total_inc_tax|data|\\$resources)\":", "\"$1\":7,\"$1\":"))),
    CONTROL_CHARACTERS(body(good -> good.replaceFirst("[\\[{]", "$0\u0000\u0001\u0002"))),
    ANOTHERS(body(good -> good.replaceAll("\"(id|order_id|BPRVCR|sourceDocument)\":(\\s*\"?)[A-Z0-9]+", "\"$1\":$27"))),
    ESCAPED_NUL(body(good -> "[{\"status\":500,\"title\":\"a\\u0000b\\u001b[31m\\r\\n2026 ERROR forged\"}]"), 500),
    TRUNCATED((good, asked, out) -> {
        byte[] all = good.bytes();
        out.write(all, 0, all.length - Math.min(good.body().length(), 10) / 2 - 1);
    }),
    LENGTH_TOO_SHORT((good, asked, out) -> {
        byte[] body = good.body().getBytes(StandardCharsets.UTF_8);
        out.write(bytes(
                head(good.status(), "Content-Type: " + good.contentType(), length(Math.max(body.length - 5, 0)))));
        out.write(body);
    }),
    LENGTH_NO_NUMBER((good, asked, out) -> {
        out.write(bytes(head(200, "Content-Length: -1", "Content-Length: 99999999999999999999")));
        out.write(good.body().getBytes(StandardCharsets.UTF_8));
    }),
    REDIRECT((good, asked, out) -> out.write(bytes(head(302, "Location: " + asked.target(), length(0))))),
    ECHO(bodyOf((good, asked) -> "{\"message\":\"" + asked.headers().toString().replace('"', '\'') + "\"}", 500)),
    EMPTY(body(good -> "")),
    NULL(body(good -> "null")),
    EMPTY_OBJECT(body(good -> good.startsWith("<") ? "<a/>" : "{}")),
    ERROR_WITH_200(body(good -> "[{\"status\":500,\"message\":\"Internal error\"}]")),
    NO_CONTENT(said(head(204))),
    NO_HTTP(said("SSH-2.0-OpenSSH_9.6\r\n\r\n")),
    /** The whole answer that another order, or another call of the kind, was given; {@link HostileProxy} finds it. */
    ANOTHER_ORDERS((good, asked, out) -> out.write(good.bytes())),
    /** What the same question was answered with when it was first asked, and a cache that says how old it is. */
    YESTERDAYS((good, asked, out) -> out.write(good.bytes("Age: 86400"))),
    /** Likewise, from a cache that doesn't say so. */
    YESTERDAYS_AS_TODAYS((good, asked, out) -> out.write(good.bytes())),
    /** A definite no in the words of either side, though what was asked was done. */
    REFUSED(said(400, "application/json", Good.NO)),
    /** As a proxy on the way says it, which is nobody's no. */
    REFUSED_IN_HTML(said(400, "text/html", "<html><body><h1>400 Bad Request</h1></body></html>")),
    NOT_FOUND_IN_HTML(said(404, "text/html", "<html><body><h1>404 Not Found</h1></body></html>")),
    /** As a firewall on the way says it. */
    FORBIDDEN_IN_HTML(said(403, "text/html", "<html><body><h1>403 Forbidden</h1></body></html>")),
    UNAUTHORISED(said(401, "text/plain", "Unauthorized")),
    /** For eleven days. */
    THROTTLED(said(429, "application/json", "{}", "X-Rate-Limit-Time-Reset-Ms: 999999999", "Retry-After: 999999")),
    RESET(said("")),
    HUNG_UP(said(""));

    /** Whether it takes as long as the client lets it. */
    public boolean isSlow() {
        return this == DRIP || this == SILENCE;
    }

    /** What is no whole answer. */
    private static final Set<BadAnswer> ENDING = EnumSet.of(
            TOO_LARGE,
            NEVER_ENDING,
            MANY_HEADERS,
            ENDLESS_HEADER,
            ENDLESS_STATUS_LINE,
            INFORMATION_STORM,
            DRIP,
            SILENCE,
            TRUNCATED,
            LENGTH_NO_NUMBER,
            NO_HTTP,
            RESET,
            HUNG_UP);

    private static final int BOMB = 64 * 1024 * 1024;

    @SuppressWarnings("ImmutableEnumChecker") // each writes what it is given and keeps nothing
    private final Writer writer;

    BadAnswer(Writer writer) {
        this.writer = writer;
    }

    BadAnswer(UnaryOperator<String> change) {
        this(change, 200);
    }

    BadAnswer(UnaryOperator<String> change, int status) {
        this((good, asked, out) -> out.write(
                new Good(status == 200 ? good.status() : status, good.contentType(), change.apply(good.body()))
                        .bytes()));
    }

    /** Writes an answer to the socket. */
    private interface Writer {
        void write(Good good, Asked asked, OutputStream out) throws IOException;
    }

    private interface Change {
        String apply(Good good, Asked asked);
    }

    void write(Good good, Asked asked, OutputStream out) throws IOException {
        writer.write(good, asked, out);
        out.flush();
    }

    /** Whether the connection may be used for the next request. */
    boolean keepsTheConnection() {
        return !ENDING.contains(this);
    }

    private static UnaryOperator<String> body(UnaryOperator<String> change) {
        return change;
    }

    private static Writer bodyOf(Change change, int status) {
        return (good, asked, out) -> out.write(new Good(status, "application/json", change.apply(good, asked)).bytes());
    }

    private static String json(String text) {
        return text.startsWith("{") ? text : "1";
    }

    private static String head(int status, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Said\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    private static String length(int bytes) {
        return "Content-Length: " + bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Writer said(String text) {
        return (good, asked, out) -> out.write(bytes(text));
    }

    private static Writer said(int status, String contentType, String body, String... headers) {
        return (good, asked, out) -> out.write(new Good(status, contentType, body).bytes(headers));
    }

    private static Writer endless(String start, String text) {
        return (good, asked, out) -> {
            out.write(bytes(start));
            while (!Thread.currentThread().isInterrupted()) {
                out.write(bytes(text));
            }
        };
    }

    private static byte[] bomb() {
        return Bomb.BYTES;
    }

    /** Made when it is first wanted. */
    private static final class Bomb {
        static final byte[] BYTES = packed();

        private static byte[] packed() {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                byte[] blanks = " ".repeat(65_536).getBytes(StandardCharsets.ISO_8859_1);
                for (int written = 0; written < BOMB; written += blanks.length) {
                    gzip.write(blanks);
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return packed.toByteArray();
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
