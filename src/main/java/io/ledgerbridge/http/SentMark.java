package io.ledgerbridge.http;

import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Marks a call when its first bytes may be on their way, so that one that fails before is known not to have been sent. */
final class SentMark {

    private static final String SENT = SentMark.class.getName() + ".sent";

    private SentMark() {}

    /** Around connecting and sending. */
    static ClassicHttpResponse check(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        HttpContext context = scope.clientContext;
        context.removeAttribute(SENT);
        try {
            return chain.proceed(request, scope);
        } catch (IOException failure) {
            if (context.getAttribute(SENT) == null) {
                throw new NotSentException(failure);
            }
            throw failure;
        }
    }

    /** Once there is a connection. */
    static ClassicHttpResponse set(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        scope.clientContext.setAttribute(SENT, true);
        return chain.proceed(request, scope);
    }
}
