package io.ledgerbridge.security;

import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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
    private final Map<String, SingletonSupplier<ClientRegistration>> answered;

    OpenIdProviders(OAuth2ClientProperties properties) {
        settings = properties.getRegistration();
        answered = settings.keySet().stream()
                .collect(Collectors.toMap(id -> id, id -> SingletonSupplier.of(() -> asked(id, properties))));
    }

    /** @throws IllegalArgumentException where a provider doesn't say where its pages are */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        SingletonSupplier<ClientRegistration> one = answered.get(id);
        return one == null ? null : one.obtain();
    }

    /** Spring Boot's mapper asks the providers of all that it is given: one that is away would keep out the others. */
    private static ClientRegistration asked(String id, OAuth2ClientProperties all) {
        OAuth2ClientProperties one = new OAuth2ClientProperties();
        one.getRegistration().put(id, all.getRegistration().get(id));
        one.getProvider().putAll(all.getProvider());
        return Objects.requireNonNull(
                new OAuth2ClientPropertiesMapper(one).asClientRegistrations().get(id));
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
