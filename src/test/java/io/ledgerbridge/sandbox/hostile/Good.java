package io.ledgerbridge.sandbox.hostile;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answer that the other side would have given. */
record Good(int status, String contentType, String body) {

    /** A refusal as BigCommerce, X3's GraphQL, its api1 and a token endpoint would write it. */
    static final String NO = """
            {"status": 400, "title": "Refused", "error": "invalid_grant", "errors": [{"message": "Refused"}],
             "$diagnoses": [{"$severity": "error", "$message": "Refused"}]}""";

    /** With another body. */
    Good with(String otherBody) {
        return new Good(status, contentType, otherBody);
    }

    byte[] bytes(String... more) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        String head =
                "HTTP/1.1 %d Said\r\nContent-Type: %s\r\nContent-Length: %d\r\n".formatted(status, contentType, length);
        String others = Stream.of(more).map(header -> header + "\r\n").collect(Collectors.joining());
        return (head + others + "\r\n" + body).getBytes(StandardCharsets.UTF_8);
    }
}
