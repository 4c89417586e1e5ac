package io.ledgerbridge.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Refuses what a page asks for. A part of a page that htmx asks for can't become the login page: the browser is told to
 * open the page once more, and is sent to the login from there.
 */
final class PageAnswer implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String ASKED_BY_HTMX = "HX-Request";
    static final String LOGIN = "/login";

    static boolean isAskedByHtmx(HttpServletRequest request) {
        return request.getHeader(ASKED_BY_HTMX) != null;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        response.setHeader("HX-Redirect", page(request.getHeader("HX-Current-URL")));
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
    }

    /** Without a login the form of a page whose session has ended comes here, too, for want of a token. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            response.sendRedirect(LOGIN);
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    /** Of the address nothing but the place on this server. */
    private static String page(@Nullable String address) {
        try {
            URI at = URI.create(address == null ? "/" : address);
            String path = at.getRawPath() != null && at.getRawPath().matches("/(?!/).*") ? at.getRawPath() : "/";
            return at.getRawQuery() == null ? path : path + "?" + at.getRawQuery();
        } catch (IllegalArgumentException broken) {
            return "/";
        }
    }
}
