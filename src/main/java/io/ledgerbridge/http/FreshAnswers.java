package io.ledgerbridge.http;

import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;

/**
 * Has caches on the way ask the other side itself, and takes no answer that says it was kept in one ({@code Age}, RFC 9111
 * section 5.1): an order's amounts of yesterday would be posted, and a journal that X3 has by now would be created again.
 */
final class FreshAnswers implements ExecChainHandler {

    private final String whose;

    /** @param side whose answers they are, for people to read */
    FreshAnswers(String side) {
        this.whose = side + "'s answer";
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        request.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        ClassicHttpResponse response = chain.proceed(request, scope);
        for (Header age : response.getHeaders(HttpHeaders.AGE)) {
            if (!age.getValue().strip().matches("0*")) {
                throw UnreadableAnswer.kept(whose, age.getValue());
            }
        }
        return response;
    }
}
