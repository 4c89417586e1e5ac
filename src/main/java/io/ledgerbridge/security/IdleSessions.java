package io.ledgerbridge.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Ends the session of a person who has gone, although the page that is left open still asks how things stand. */
final class IdleSessions extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String LAST = IdleSessions.class.getName() + ".last";

    /** htmx sends the id of the part of a page that asks by itself; whatever a person does has another one or none. */
    private static final String ASKS_BY_ITSELF = "live-";

    private final transient Clock clock;

    IdleSessions(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpSession session = request.getSession(false);
        if (session != null && isIdle(session, request)) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    private boolean isIdle(HttpSession session, HttpServletRequest request) {
        Instant now = clock.instant();
        String part = request.getHeader("HX-Trigger");
        if (part == null || !part.startsWith(ASKS_BY_ITSELF)) {
            session.setAttribute(LAST, now);
            return false;
        }
        return session.getAttribute(LAST) instanceof Instant last
                && now.isAfter(last.plus(Duration.ofSeconds(session.getMaxInactiveInterval())));
    }
}
