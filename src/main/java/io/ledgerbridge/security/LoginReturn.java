package io.ledgerbridge.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.WebUtils;

/**
 * Where a browser wanted to go when it was sent to the login page. The browser itself keeps it, in a cookie: nothing is
 * kept here for somebody who may never log in. Only an address on this server is gone back to.
 */
final class LoginReturn implements RequestCache {

    static final String COOKIE = "LEDGER-BRIDGE-RETURN";

    /** An address of ours is far shorter; a browser keeps 4 kB. */
    private static final int LONGEST = 1000;

    private static final String PLACE_HERE = "/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,%d}".formatted(LONGEST);

    private final RequestMatcher pages;

    LoginReturn(RequestMatcher pages) {
        this.pages = pages;
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String place = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (request.getMethod().equals("GET") && pages.matches(request) && place.matches(PLACE_HERE)) {
            String value =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.US_ASCII));
            LoginCookie.set(COOKIE, value, request, response);
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return place(request).map(SimpleSavedRequest::new).orElse(null);
    }

    /** The browser asks once more by itself, so there is no other request to take the place of this one. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (WebUtils.getCookie(request, COOKIE) != null) {
            LoginCookie.remove(COOKIE, request, response);
        }
    }

    private static Optional<String> place(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return Optional.empty();
        }
        try {
            byte[] place = Base64.getUrlDecoder().decode(cookie.getValue());
            return Optional.of(new String(place, StandardCharsets.US_ASCII)).filter(each -> each.matches(PLACE_HERE));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
