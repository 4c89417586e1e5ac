package io.ledgerbridge.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Refuses a request in the form of RFC 9457. */
final class ProblemAnswer implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;

    ProblemAnswer(ObjectMapper json) {
        this.json = json;
    }

    /** For whoever isn't logged in; it doesn't tell whether it was the name or the password. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyLogins) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "2");
            write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "Too many log in at this moment: come again.");
        } else {
            askForLogin(request, response);
        }
    }

    /** For whoever is, with too small a role; CSRF protection, which comes before any login, asks for one first. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            askForLogin(request, response);
        } else {
            write(request, response, HttpStatus.FORBIDDEN, "This takes another role, or a newer page.");
        }
    }

    private void askForLogin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Ledger Bridge\", charset=\"UTF-8\"");
        write(request, response, HttpStatus.UNAUTHORIZED, "Log in with a user of ledger-bridge.users.");
    }

    private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
