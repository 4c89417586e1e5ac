package io.ledgerbridge.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;

/** The charset of an answer: what reads it further is told UTF-8, whatever it came in. */
final class AnswerCharset {

    private AnswerCharset() {}

    /**
     * A body in UTF-8.
     *
     * @param type the answer's content type
     * @throws UnreadableAnswer if there is no such charset
     */
    static byte[] inUtf8(byte[] body, @Nullable String type, String whose) throws UnreadableAnswer {
        try {
            Charset charset = charset(type);
            return charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII)
                    ? body
                    : new String(body, charset).getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | UnsupportedOperationException noCharset) {
            throw UnreadableAnswer.charset(whose, named(type), noCharset);
        }
    }

    private static Charset charset(@Nullable String type) {
        String named = named(type);
        return named.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(named);
    }

    /** Empty where the type names none. */
    private static String named(@Nullable String type) {
        ContentType parsed = ContentType.parseLenient(type);
        String named = parsed == null ? null : parsed.getParameter("charset");
        return named == null ? "" : named.strip();
    }

    /** The same content type, with UTF-8. */
    static String typeInUtf8(@Nullable String type) {
        ContentType parsed = ContentType.parseLenient(type);
        String mime = parsed == null || parsed.getMimeType() == null ? "text/plain" : parsed.getMimeType();
        return mime + "; charset=UTF-8";
    }
}
