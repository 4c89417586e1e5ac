package io.ledgerbridge.operations;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.util.function.SingletonSupplier;

/**
 * The OpenID providers of Spring Boot's settings. Each is asked where its pages are at the first login, and again until
 * it has answered: Spring Boot would ask at the start, and then a provider that is away would keep webhooks out.
 */
final class OpenIdProviders implements ClientRegistrationRepository, Iterable<ClientRegistration> {

    private static final String NOT_ASKED_YET = "not-asked-yet";

    private final Map<String, OAuth2ClientProperties.Registration> settings;
    private final SingletonSupplier<Map<String, ClientRegistration>> answered;

    OpenIdProviders(OAuth2ClientProperties properties) {
        settings = properties.getRegistration();
        answered = SingletonSupplier.of(() -> new OAuth2ClientPropertiesMapper(properties).asClientRegistrations());
    }

    /** @throws IllegalArgumentException where a provider doesn't say where its pages are */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return settings.containsKey(id) ? answered.obtain().get(id) : null;
    }

    /** For the links of the login page, which need no more than the names. */
    @Override
    public Iterator<ClientRegistration> iterator() {
        return settings.entrySet().stream()
                .map(provider -> named(provider.getKey(), provider.getValue()))
                .iterator();
    }

    private static ClientRegistration named(String id, OAuth2ClientProperties.Registration settings) {
        return ClientRegistration.withRegistrationId(id)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientId(settings.getClientId())
                .clientName(settings.getClientName() == null ? id : settings.getClientName())
                .redirectUri(NOT_ASKED_YET)
                .authorizationUri(NOT_ASKED_YET)
                .tokenUri(NOT_ASKED_YET)
                .build();
    }
}
