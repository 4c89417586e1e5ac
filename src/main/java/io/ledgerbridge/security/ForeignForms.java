package io.ledgerbridge.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Refuses what a browser sends from another site's page, also from one of a sibling host: that one could set the cookie in
 * which the token against forged requests is kept, and gets the session's cookie sent. Each browser of today says on https
 * where a request comes from.
 */
final class ForeignForms extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Set<String> ONLY_READ = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

    /** Where a provider sends people back to, with a state that it was given. */
    private static final String PROVIDERS = "/login/oauth2/code/";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String from = request.getHeader("Sec-Fetch-Site");
        boolean isForeign = from != null && FOREIGN.contains(from);
        if (isForeign
                && !ONLY_READ.contains(request.getMethod())
                && !request.getServletPath().startsWith(PROVIDERS)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }
}
