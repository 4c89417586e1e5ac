package io.ledgerbridge.intake;

import io.ledgerbridge.http.ReadRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * Stands before the webhooks' route. Tomcat is up before Camel's routes and after them: a delivery then gets 503, so
 * that BigCommerce tries again, where it would otherwise get 404 or 400. Closing waits for the deliveries that have
 * passed, since the route stops next. A body over 64 KiB gets 413, and what is no POST 405. What passes arrives as plain
 * bytes, whatever content type it claims to have.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class WebhookGate extends OncePerRequestFilter implements ApplicationListener<ContextClosedEvent> {

    static final int LONGEST_BODY = 64 * 1024;

    private static final String ROUTE = "receive-webhook";

    /** Far longer than a delivery takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Reads a path as Spring MVC does, however its characters are written. */
    private static final UrlPathHelper PATHS = new UrlPathHelper();

    private final CamelContext camel;
    private final ReadWriteLock passage = new ReentrantReadWriteLock();
    private volatile boolean closing;

    WebhookGate(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        closing = true;
        try {
            if (!passage.writeLock().tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                logger.warn("The program closes although deliveries are still under way");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PATHS.getPathWithinApplication(request).startsWith("/webhooks/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!open()) {
            askForAnotherTry(response);
            return;
        }
        if (!"POST".equals(request.getMethod())) {
            response.setHeader("Allow", "POST");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            response.setHeader("Connection", "close");
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        if (!passage.readLock().tryLock()) {
            askForAnotherTry(response);
            return;
        }
        try {
            pass(new RawRequest(request, body), response, chain);
        } finally {
            passage.readLock().unlock();
        }
    }

    private void pass(RawRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (open()) {
            chain.doFilter(request, response);
        } else {
            askForAnotherTry(response);
        }
    }

    private static void askForAnotherTry(HttpServletResponse response) {
        response.setHeader("Retry-After", "5");
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    private boolean open() {
        return !closing && camel.getRouteController().getRouteStatus(ROUTE) == ServiceStatus.Started;
    }

    /**
     * The request with its body as plain bytes: nobody takes it for a form or an upload and reads it first, and nobody
     * unpacks what is signed as it came.
     */
    private static final class RawRequest extends ReadRequest {

        private static final String PLAIN = "application/octet-stream";

        RawRequest(HttpServletRequest request, byte[] body) {
            super(request, body);
        }

        @Override
        public String getContentType() {
            return PLAIN;
        }

        @Override
        public @Nullable String getHeader(String name) {
            if ("Content-Encoding".equalsIgnoreCase(name)) {
                return null;
            }
            return "Content-Type".equalsIgnoreCase(name) ? PLAIN : super.getHeader(name);
        }
    }
}
