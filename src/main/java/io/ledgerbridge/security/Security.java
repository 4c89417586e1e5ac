package io.ledgerbridge.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.logging.FewLines;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.settings.LedgerBridgeSettings;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may ask for what; {@link HawtioSecurity} says it of the console. */
@Configuration(proxyBeanMethods = false)
class Security {

    private static final RequestMatcher ASKS_FOR_HTML = Askers.askForHtml();

    /** Reads every path as Spring MVC does, also that of a servlet beside it, as Hawtio has some. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean pathPatterns() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /**
     * What has no login: a webhook proves itself by its signature, a pairing's answer by its state. An Authorization
     * header there is no login of ours, and may well be the shared header.
     */
    @Bean
    @Order(1)
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.securityMatcher("/webhooks/**", "/oauth2/sage-x3/*/callback")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(BrowserHeaders::of)
                .build();
    }

    /** Open, too; whoever logs in as viewer sees the details. */
    @Bean
    @Order(2)
    SecurityFilterChain health(HttpSecurity http, ObjectMapper json) throws Exception {
        return http.securityMatcher("/actuator/health/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .httpBasic(basic -> basic.authenticationEntryPoint(new ProblemAnswer(json)))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(BrowserHeaders::of)
                .build();
    }

    /** The API takes HTTP Basic, which leaves no session behind; a browser logs in by a form, and has one. */
    @Bean
    @Order(4)
    SecurityFilterChain guarded(
            HttpSecurity http,
            ObjectMapper json,
            LedgerBridgeSettings settings,
            Folders folders,
            ObjectProvider<ClientRegistrationRepository> openIdProviders,
            Clock clock)
            throws Exception {
        ProblemAnswer problems = new ProblemAnswer(json);
        PageAnswer pages = new PageAnswer();
        LoginSessions sessions = new LoginSessions(http, settings.frontDoor().sessions(), problems);
        ClientRegistrationRepository providers = openIdProviders.getIfAvailable();
        if (providers != null) {
            OpenIdRequests asked = new OpenIdRequests(settings.encryptionKey().aead());
            http.oauth2Login(login -> login.loginPage(PageAnswer.LOGIN)
                    .authorizationEndpoint(ask -> ask.authorizationRequestResolver(
                                    KnownProviders.withPkce(providers, new FewLines(clock)))
                            .authorizationRequestRepository(asked))
                    .userInfoEndpoint(info -> info.userAuthoritiesMapper(new OidcRoles(settings.oidc())))
                    .withObjectPostProcessor(sessions));
        }
        return http.authorizeHttpRequests(RequiredRoles::of)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .formLogin(login -> login.loginPage(PageAnswer.LOGIN).withObjectPostProcessor(sessions))
                .csrf(csrf ->
                        csrf.csrfTokenRepository(CsrfCookies.ofForms()).ignoringRequestMatchers(Askers::bringsItsLogin))
                .requestCache(cache -> cache.requestCache(new LoginReturn(ASKS_FOR_HTML)))
                .exceptionHandling(
                        answers -> answers.defaultAuthenticationEntryPointFor(pages, PageAnswer::isAskedByHtmx)
                                .defaultAuthenticationEntryPointFor(problems, new NegatedRequestMatcher(ASKS_FOR_HTML))
                                .defaultAccessDeniedHandlerFor(pages, ASKS_FOR_HTML)
                                .defaultAccessDeniedHandlerFor(problems, new NegatedRequestMatcher(ASKS_FOR_HTML)))
                .addFilterBefore(new IdleSessions(clock), SecurityContextHolderFilter.class)
                .addFilterBefore(new ForeignForms(), CsrfFilter.class)
                .headers(headers -> BrowserHeaders.of(headers, "'self'" + BrowserHeaders.pairingHosts(folders)))
                .build();
    }
}
