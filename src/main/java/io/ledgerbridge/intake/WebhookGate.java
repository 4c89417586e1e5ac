package io.ledgerbridge.intake;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.apache.camel.CamelContext;
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

    /** Far longer than a delivery takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Reads a path as Spring MVC does, however its characters are written. */
    private static final UrlPathHelper PATHS = new UrlPathHelper();

    private final DeliveryPassage passage;

    WebhookGate(CamelContext camel) {
        this.passage = new DeliveryPassage(camel);
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        try {
            if (!passage.close(PATIENCE)) {
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
        if (!passage.isOpen()) {
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
        if (!passage.enter()) {
            askForAnotherTry(response);
            return;
        }
        try {
            pass(new RawDelivery(request, body), response, chain);
        } finally {
            passage.leave();
        }
    }

    private void pass(RawDelivery request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (passage.isOpen()) {
            chain.doFilter(request, response);
        } else {
            askForAnotherTry(response);
        }
    }

    private static void askForAnotherTry(HttpServletResponse response) {
        response.setHeader("Retry-After", "5");
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
