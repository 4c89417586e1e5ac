package io.ledgerbridge.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.logging.FewLines;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.settings.LedgerBridgeSettings;
import io.ledgerbridge.settings.UserRole;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may ask for what. */
@Configuration(proxyBeanMethods = false)
class Security {

    private static final String VIEWER = UserRole.VIEWER.name();
    private static final String OPERATOR = UserRole.OPERATOR.name();
    private static final String ADMIN = UserRole.ADMIN.name();

    /** A browser that shows a page, not a script that takes anything. */
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

    /**
     * Hawtio and Jolokia. Hawtio's proxy, which would call any address, stays shut, and so do its own ways to log in;
     * it brings a content security policy that its pages can live with.
     */
    @Bean
    @Order(3)
    SecurityFilterChain hawtio(HttpSecurity http, ObjectMapper json) throws Exception {
        ProblemAnswer problems = new ProblemAnswer(json);
        return http.securityMatcher("/actuator/hawtio/**", "/actuator/jolokia/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/hawtio/proxy/**")
                        .denyAll()
                        .anyRequest()
                        .hasRole(ADMIN))
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .csrf(csrf -> csrf.csrfTokenRepository(consoleCookie())
                        .csrfTokenRequestHandler(consoleHeader())
                        .ignoringRequestMatchers(Askers::bringsItsLogin))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .exceptionHandling(answers -> answers.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), ASKS_FOR_HTML)
                        .defaultAuthenticationEntryPointFor(problems, new NegatedRequestMatcher(ASKS_FOR_HTML))
                        .accessDeniedHandler(problems))
                .build();
    }

    /** Hawtio's console wants the token in a cookie with every answer, and sends it back as it is. */
    private static CsrfTokenRequestHandler consoleHeader() {
        CsrfTokenRequestAttributeHandler atOnce = new CsrfTokenRequestAttributeHandler();
        atOnce.setCsrfRequestAttributeName(null);
        return atOnce;
    }

    private static CookieCsrfTokenRepository consoleCookie() {
        CookieCsrfTokenRepository cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieCustomizer(each -> each.path("/actuator/hawtio").sameSite("Strict"));
        return cookie;
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
        UserSessions sessions = new UserSessions(settings.frontDoor().sessions());
        ObjectPostProcessor<AbstractAuthenticationProcessingFilter> bounded = boundedSessions(http, sessions, problems);
        ClientRegistrationRepository providers = openIdProviders.getIfAvailable();
        if (providers != null) {
            OpenIdRequests asked = new OpenIdRequests(settings.encryptionKey().aead());
            http.oauth2Login(login -> login.authorizationEndpoint(
                            ask -> ask.authorizationRequestResolver(withPkce(providers, new FewLines(clock)))
                                    .authorizationRequestRepository(asked))
                    .userInfoEndpoint(info -> info.userAuthoritiesMapper(new OidcRoles(settings.oidc())))
                    .withObjectPostProcessor(bounded));
        }
        return http.authorizeHttpRequests(Security::roles)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .formLogin(login -> login.withObjectPostProcessor(bounded))
                .csrf(csrf -> csrf.csrfTokenRepository(formCookie()).ignoringRequestMatchers(Askers::bringsItsLogin))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .exceptionHandling(answers -> answers.defaultAuthenticationEntryPointFor(
                                problems, new NegatedRequestMatcher(ASKS_FOR_HTML))
                        .accessDeniedHandler(problems))
                .headers(headers -> BrowserHeaders.of(headers, "'self'" + BrowserHeaders.pairingHosts(folders)))
                .build();
    }

    /** The token of a form is in the browser's keeping, too: who only looks at the login page leaves nothing behind. */
    private static CookieCsrfTokenRepository formCookie() {
        CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName("LEDGER-BRIDGE-FORM");
        cookie.setHeaderName("X-CSRF-TOKEN");
        cookie.setCookieCustomizer(each -> each.path("/").sameSite("Lax"));
        return cookie;
    }

    /**
     * A login by a page has a session, of which nobody has too many. One that fails has none: Spring Security would keep
     * the failure in it, for a page that doesn't show it.
     */
    private static ObjectPostProcessor<AbstractAuthenticationProcessingFilter> boundedSessions(
            HttpSecurity http, UserSessions sessions, ProblemAnswer problems) {
        SimpleUrlAuthenticationFailureHandler back = new SimpleUrlAuthenticationFailureHandler("/login?error");
        back.setAllowSessionCreation(false);
        AuthenticationFailureHandler handler = (request, response, failure) -> {
            if (failure instanceof TooManyLogins) {
                problems.commence(request, response, failure);
            } else {
                back.onAuthenticationFailure(request, response, failure);
            }
        };
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends AbstractAuthenticationProcessingFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(handler);
                filter.setSessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(
                        List.of(http.getSharedObject(SessionAuthenticationStrategy.class), sessions)));
                return filter;
            }
        };
    }

    /** A code that somebody else gets hold of is of no use without what this process keeps (RFC 7636). */
    private static OAuth2AuthorizationRequestResolver withPkce(ClientRegistrationRepository providers, FewLines lines) {
        DefaultOAuth2AuthorizationRequestResolver resolver = new DefaultOAuth2AuthorizationRequestResolver(
                providers, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return new KnownProviders(resolver, lines);
    }

    private static void roles(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/oauth2/**")
                .hasRole(ADMIN)
                .requestMatchers("/actuator/**")
                .hasRole(VIEWER)
                .requestMatchers(HttpMethod.GET, "/api/**")
                .hasRole(VIEWER)
                .requestMatchers(HttpMethod.HEAD, "/api/**")
                .hasRole(VIEWER)
                .requestMatchers(HttpMethod.POST, "/api/**")
                .hasRole(OPERATOR)
                .requestMatchers("/api/**")
                .hasRole(ADMIN)
                .anyRequest()
                .authenticated();
    }

    private static RequestCache pagesOnly() {
        return new LoginReturn(ASKS_FOR_HTML);
    }
}
