package io.ledgerbridge.sagex3.calls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Tells a GraphQL request's operation by its first bytes. */
final class GraphqlOperation {

    /** Where a request's document begins, and what stands between its comments, as JSON writes it. */
    private static final Pattern DOCUMENT = Pattern.compile("\\s*+\\{\\s*+\"query\"\\s*+:\\s*+\"");

    private static final Pattern LINE_BREAK = Pattern.compile("\\\\[nr]");
    private static final Pattern BLANK = Pattern.compile("\\\\t|[\\s,\\ufeff]");
    private static final int FIRST_BYTES = 2000;

    private GraphqlOperation() {}

    /** The document's first word outside of comments says so; without one it is a query. */
    static boolean isMutation(@Nullable HttpEntity request) {
        String begin = firstOf(request);
        Matcher document = DOCUMENT.matcher(begin);
        return document.lookingAt()
                && LINE_BREAK
                        .splitAsStream(begin.substring(document.end()))
                        .map(line -> BLANK.matcher(line).replaceAll(""))
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .findFirst()
                        .filter(line -> line.startsWith("mutation"))
                        .isPresent();
    }

    private static String firstOf(@Nullable HttpEntity entity) {
        if (entity == null || !entity.isRepeatable()) {
            return "";
        }
        try (InputStream bytes = entity.getContent()) {
            return new String(bytes.readNBytes(FIRST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
