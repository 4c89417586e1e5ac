package io.ledgerbridge.frontdoor;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Refuses addresses that two parts of the program could read differently, before any of them does: Spring Security's own
 * check comes after others that read paths.
 */
final class OddRequests extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient StrictHttpFirewall firewall = new StrictHttpFirewall();

    OddRequests() {
        // which methods an address takes is its own matter
        firewall.setUnsafeAllowAnyHttpMethod(true);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isOdd(request)) {
            response.setHeader("Connection", "close");
            response.setContentLength(0);
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isOdd(HttpServletRequest request) {
        try {
            firewall.getFirewalledRequest(request);
            return false;
        } catch (RequestRejectedException odd) {
            return true;
        }
    }
}
