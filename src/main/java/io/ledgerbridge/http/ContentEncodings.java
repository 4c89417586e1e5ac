package io.ledgerbridge.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;

/** The content encodings of an answer, of which only gzip is taken. */
final class ContentEncodings {

    static final String GZIP = "gzip";

    private ContentEncodings() {}

    /** @throws UnreadableAnswer if the answer is encoded by anything else, or more than once */
    static boolean isGzip(ClassicHttpResponse response, String whose) throws UnreadableAnswer {
        String encodings = Arrays.stream(response.getHeaders(HttpHeaders.CONTENT_ENCODING))
                .map(header -> String.valueOf(header.getValue()).strip().toLowerCase(Locale.ROOT))
                .limit(AnswerLimits.HEADERS)
                .collect(Collectors.joining(", "));
        return switch (encodings) {
            case "", "identity" -> false;
            case GZIP, "x-gzip" -> true;
            default -> throw UnreadableAnswer.encoded(whose, encodings);
        };
    }
}
