package io.ledgerbridge.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** What a browser keeps for the few minutes of a login; no script of a page sees it. */
final class LoginCookie {

    private static final Duration LOGIN = Duration.ofMinutes(10);

    private LoginCookie() {}

    static void set(String name, String value, HttpServletRequest request, HttpServletResponse response) {
        write(name, value, LOGIN, request, response);
    }

    static void remove(String name, HttpServletRequest request, HttpServletResponse response) {
        write(name, "", Duration.ZERO, request, response);
    }

    /** Lax: it comes along from an OpenID provider's page, too. */
    private static void write(
            String name, String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
