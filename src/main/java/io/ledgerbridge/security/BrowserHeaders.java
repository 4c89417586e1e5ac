package io.ledgerbridge.security;

import io.ledgerbridge.sagex3.Folders;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What every answer tells a browser about its page. */
final class BrowserHeaders {

    private BrowserHeaders() {}

    /** Chromium holds a form to where its answer redirects to, and who logs in to pair a store goes on to X3's page. */
    static String pairingHosts(Folders folders) {
        return folders.all().values().stream()
                .map(folder -> folder.auth().authorizeUrl())
                .filter(Objects::nonNull)
                .map(page -> " " + page.getScheme() + "://" + page.getRawAuthority())
                .distinct()
                .collect(Collectors.joining());
    }

    static void of(HeadersConfigurer<HttpSecurity> headers) {
        of(headers, "'self'");
    }

    /** Beside those that Spring Security sends by itself: no page of ours takes anything from elsewhere. */
    static void of(HeadersConfigurer<HttpSecurity> headers, String formAction) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'self'; object-src 'none'; base-uri 'self'; form-action %s; frame-ancestors 'none'"
                                .formatted(formAction)))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
    }
}
