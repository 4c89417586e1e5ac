package io.ledgerbridge.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.WebUtils;

/** Who asks: a browser that shows a page, or a script with its own login. */
final class Askers {

    private Askers() {}

    /**
     * Another site's page can't make a browser send this header, unless the browser has kept a login by Basic: but then
     * the browser says where the request comes from, by one header on https and by the other on plain http.
     */
    static boolean bringsItsLogin(HttpServletRequest request) {
        boolean basic = Objects.requireNonNullElse(request.getHeader(HttpHeaders.AUTHORIZATION), "")
                .toLowerCase(Locale.ROOT)
                .startsWith("basic ");
        String from = Objects.requireNonNullElse(request.getHeader("Sec-Fetch-Site"), "none");
        return basic
                && Set.of("none", "same-origin").contains(from)
                && WebUtils.isSameOrigin(new ServletServerHttpRequest(request));
    }

    /** A browser that shows a page, not a script that takes anything. */
    static RequestMatcher askForHtml() {
        MediaTypeRequestMatcher html =
                new MediaTypeRequestMatcher(MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return html;
    }
}
