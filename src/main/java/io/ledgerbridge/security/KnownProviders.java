package io.ledgerbridge.security;

import io.ledgerbridge.logging.FewLines;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Begins no login by an OpenID provider that there isn't, or that doesn't say where its pages are: the login page comes
 * again. Spring Security would write a stack trace, as often as anybody asks.
 */
final class KnownProviders implements OAuth2AuthorizationRequestResolver {

    private static final Logger LOG = LoggerFactory.getLogger(KnownProviders.class);

    private final OAuth2AuthorizationRequestResolver known;
    private final FewLines lines;

    private KnownProviders(OAuth2AuthorizationRequestResolver known, FewLines lines) {
        this.known = known;
        this.lines = lines;
    }

    /** A code that somebody else gets hold of is of no use without what this process keeps (RFC 7636). */
    static KnownProviders withPkce(ClientRegistrationRepository providers, FewLines lines) {
        DefaultOAuth2AuthorizationRequestResolver resolver = new DefaultOAuth2AuthorizationRequestResolver(
                providers, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return new KnownProviders(resolver, lines);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        try {
            return known.resolve(request);
        } catch (IllegalArgumentException notKnown) {
            return none(notKnown);
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
        try {
            return known.resolve(request, provider);
        } catch (IllegalArgumentException notKnown) {
            return none(notKnown);
        }
    }

    /** The failure's words are the provider's address, or what was asked for: only its type is said. */
    private @Nullable OAuth2AuthorizationRequest none(IllegalArgumentException why) {
        Throwable cause = why.getCause() == null ? why : why.getCause();
        lines.tell(left -> LOG.warn(
                "No login by OpenID Connect could begin: {}{}", cause.getClass().getSimpleName(), left));
        return null;
    }
}
