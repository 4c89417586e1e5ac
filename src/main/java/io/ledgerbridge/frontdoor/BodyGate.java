package io.ledgerbridge.frontdoor;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets a request pass once its body is whole. A body that takes its time costs no thread while it does: whoever sends
 * bodies, signed or not, is unknown until then. What comes is bounded in size, in time, and in number over all requests.
 */
public final class BodyGate extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** The contract's bound for a delivery; nothing else here takes more. */
    static final int LONGEST = 64 * 1024;

    /** Hawtio asks Jolokia for hundreds of MBeans at a time; an admin alone gets so far. */
    public static final int LONGEST_FOR_JOLOKIA = 1024 * 1024;

    private final transient IncomingBodies coming;

    BodyGate(IncomingBodies coming) {
        this.coming = coming;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            passAgain(request, response, chain);
        } else if (!AnnouncedBody.isIn(request)) {
            chain.doFilter(request, response);
        } else if (AnnouncedBody.isLongForJolokia(request)) {
            passUnread(request, response, chain);
        } else {
            receive(request, response, chain);
        }
    }

    /** Nothing of it is read before the login: whoever has none is answered without it, and the connection ends. */
    private static void passUnread(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Connection", "close");
        chain.doFilter(request, response);
    }

    /** The first time after the body has come, the request begins as it would have without one. */
    private static void passAgain(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Object body = request.getAttribute(IncomingBody.WHOLE);
        request.removeAttribute(IncomingBody.WHOLE);
        if (body instanceof byte[] bytes) {
            pass(request, bytes, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void pass(HttpServletRequest request, byte[] body, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        WholeRequest whole = new WholeRequest(request, body);
        try {
            chain.doFilter(whole, response);
        } finally {
            whole.hasPassed();
        }
    }

    private void receive(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long announced = request.getContentLengthLong();
        byte[] begun = AnnouncedBody.atHand(request);
        if (announced > 0 && begun.length == announced) {
            pass(request, begun, response, chain);
        } else {
            await(request, begun, response);
        }
    }

    private void await(HttpServletRequest request, byte[] begun, HttpServletResponse response) throws IOException {
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(coming.time().toMillis());
        IncomingBody body = new IncomingBody(async, begun, coming);
        async.addListener(body);
        if (request.getContentLengthLong() > LONGEST) {
            body.refuseNow(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
        request.getInputStream().setReadListener(body);
        coming.add(body);
    }
}
