package io.ledgerbridge.security;

import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** The cookies in which a browser keeps its token against forged requests, so that no session is needed for it. */
final class CsrfCookies {

    private CsrfCookies() {}

    /** The token of a form is kept by the browser: who only opens the login page leaves nothing behind. */
    static CookieCsrfTokenRepository ofForms() {
        CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName("LEDGER-BRIDGE-FORM");
        cookie.setHeaderName("X-CSRF-TOKEN");
        cookie.setCookieCustomizer(each -> each.path("/").sameSite("Lax"));
        return cookie;
    }

    /** Hawtio's script reads it. */
    static CookieCsrfTokenRepository ofHawtio() {
        CookieCsrfTokenRepository cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieCustomizer(each -> each.path("/actuator/hawtio").sameSite("Strict"));
        return cookie;
    }
}
