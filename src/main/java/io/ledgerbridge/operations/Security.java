package io.ledgerbridge.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.sagex3.Folders;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.WebUtils;

/** Who may ask for what. */
@Configuration(proxyBeanMethods = false)
class Security {

    private static final String VIEWER = UserRole.VIEWER.name();
    private static final String OPERATOR = UserRole.OPERATOR.name();
    private static final String ADMIN = UserRole.ADMIN.name();

    /** A browser that shows a page, not a script that takes anything. */
    private static final RequestMatcher ASKS_FOR_HTML = asksForHtml();

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
                .headers(Security::headers)
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
                .headers(Security::headers)
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
                        .ignoringRequestMatchers(Security::bringsItsLogin))
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
            ObjectProvider<ClientRegistrationRepository> openIdProviders)
            throws Exception {
        ProblemAnswer problems = new ProblemAnswer(json);
        ClientRegistrationRepository providers = openIdProviders.getIfAvailable();
        if (providers != null) {
            http.oauth2Login(
                    login -> login.authorizationEndpoint(ask -> ask.authorizationRequestResolver(withPkce(providers)))
                            .userInfoEndpoint(info -> info.userAuthoritiesMapper(new OidcRoles(settings.oidc()))));
        }
        return http.authorizeHttpRequests(Security::roles)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .formLogin(Customizer.withDefaults())
                .csrf(csrf -> csrf.ignoringRequestMatchers(Security::bringsItsLogin))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .exceptionHandling(answers -> answers.defaultAuthenticationEntryPointFor(
                                problems, new NegatedRequestMatcher(ASKS_FOR_HTML))
                        .accessDeniedHandler(problems))
                .headers(headers -> headers(headers, "'self'" + pairingHosts(folders)))
                .build();
    }

    /** A code that somebody else gets hold of is of no use without what this process keeps (RFC 7636). */
    private static OAuth2AuthorizationRequestResolver withPkce(ClientRegistrationRepository providers) {
        DefaultOAuth2AuthorizationRequestResolver resolver = new DefaultOAuth2AuthorizationRequestResolver(
                providers, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    /** Chromium holds a form to where its answer redirects to, and who logs in to pair a store goes on to X3's page. */
    private static String pairingHosts(Folders folders) {
        return folders.all().values().stream()
                .map(folder -> folder.auth().authorizeUrl())
                .filter(Objects::nonNull)
                .map(page -> " " + page.getScheme() + "://" + page.getRawAuthority())
                .distinct()
                .collect(Collectors.joining());
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers(headers, "'self'");
    }

    /** Beside those that Spring Security sends by itself: no page of ours takes anything from elsewhere. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers, String formAction) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'self'; object-src 'none'; base-uri 'self'; form-action %s; frame-ancestors 'none'"
                                .formatted(formAction)))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
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

    /**
     * Another site's page can't make a browser send this header, unless the browser has kept a login by Basic: but then
     * the browser says where the request comes from, by one header on https and by the other on plain http.
     */
    private static boolean bringsItsLogin(HttpServletRequest request) {
        boolean basic = Objects.requireNonNullElse(request.getHeader(HttpHeaders.AUTHORIZATION), "")
                .toLowerCase(Locale.ROOT)
                .startsWith("basic ");
        String from = Objects.requireNonNullElse(request.getHeader("Sec-Fetch-Site"), "none");
        return basic
                && Set.of("none", "same-origin").contains(from)
                && WebUtils.isSameOrigin(new ServletServerHttpRequest(request));
    }

    private static RequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(ASKS_FOR_HTML);
        return cache;
    }

    private static RequestMatcher asksForHtml() {
        MediaTypeRequestMatcher html =
                new MediaTypeRequestMatcher(MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return html;
    }
}
