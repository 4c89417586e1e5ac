package io.ledgerbridge.security;

import com.github.benmanes.caffeine.cache.Ticker;
import io.ledgerbridge.logging.FewLines;
import io.ledgerbridge.settings.LedgerBridgeSettings;
import io.ledgerbridge.settings.User;
import io.ledgerbridge.settings.UserRole;
import java.time.Clock;
import org.springframework.boot.autoconfigure.security.oauth2.client.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** Who may log in, with a password or sent by whom, and what each role includes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class Users {

    /** With no users nobody can log in, and Spring Boot makes none up. */
    @Bean
    AuthenticationProvider guardedLogins(LedgerBridgeSettings settings, Clock clock) {
        DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(new InMemoryUserDetailsManager(
                settings.users().stream().map(Users::details).toList()));
        passwords.setPasswordEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        return new GuardedLogins(
                passwords,
                new FailedLogins(Ticker.systemTicker()),
                new PasswordLocks(
                        settings.frontDoor().logins(), Runtime.getRuntime().availableProcessors()),
                new RightPasswords(Ticker.systemTicker()),
                new FewLines(clock));
    }

    private static UserDetails details(User user) {
        return org.springframework.security.core.userdetails.User.withUsername(user.name())
                .password(user.password())
                .roles(user.role().name())
                .build();
    }

    @Bean
    @ConditionalOnOAuth2ClientRegistrationProperties
    ClientRegistrationRepository openIdProviders(OAuth2ClientProperties properties) {
        return new OpenIdProviders(properties);
    }

    @Bean
    RoleHierarchy roleHierarchy() {
        return RoleHierarchyImpl.withDefaultRolePrefix()
                .role(UserRole.ADMIN.name())
                .implies(UserRole.OPERATOR.name())
                .role(UserRole.OPERATOR.name())
                .implies(UserRole.VIEWER.name())
                .build();
    }
}
