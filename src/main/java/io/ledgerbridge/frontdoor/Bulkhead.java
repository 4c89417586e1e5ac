package io.ledgerbridge.frontdoor;

import io.ledgerbridge.frontdoor.ThreadLimits.Kind;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UrlPathHelper;

/** Answers 503 where all places of a request's kind are taken, so that one kind never holds the threads of another. */
final class Bulkhead extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Set<String> PROBES = Set.of("/actuator/health/liveness", "/actuator/health/readiness");

    private static final UrlPathHelper PATHS = new UrlPathHelper();

    private final transient ThreadLimits places;

    Bulkhead(ThreadLimits places) {
        this.places = places;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() != DispatcherType.REQUEST || places.enter(kind(request))) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            response.setContentLength(0);
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** A probe that brings a login has its password looked at, as any other request. */
    private static Kind kind(HttpServletRequest request) {
        String path = PATHS.getPathWithinApplication(request);
        if (path.startsWith("/webhooks/")) {
            return Kind.WEBHOOK;
        }
        boolean probe = PROBES.contains(path) && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
        return probe ? Kind.HEALTH : Kind.OTHER;
    }
}
