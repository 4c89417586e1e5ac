package io.ledgerbridge.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may ask for what. */
@Configuration(proxyBeanMethods = false)
class Security {

    private static final String VIEWER = UserRole.VIEWER.name();
    private static final String OPERATOR = UserRole.OPERATOR.name();
    private static final String ADMIN = UserRole.ADMIN.name();

    /** A browser that shows a page, not a script that takes anything. */
    private static final RequestMatcher ASKS_FOR_HTML = asksForHtml();

    /** With no users nobody can log in, and Spring Boot makes none up. */
    @Bean
    UserDetailsService users(LedgerBridgeSettings settings) {
        return new InMemoryUserDetailsManager(
                settings.users().stream().map(Security::details).toList());
    }

    private static UserDetails details(User user) {
        return org.springframework.security.core.userdetails.User.withUsername(user.name())
                .password(user.password())
                .roles(user.role().name())
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    RoleHierarchy roleHierarchy() {
        return RoleHierarchyImpl.withDefaultRolePrefix()
                .role(ADMIN)
                .implies(OPERATOR)
                .role(OPERATOR)
                .implies(VIEWER)
                .build();
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
                .build();
    }

    /** The API takes HTTP Basic, which leaves no session behind; a browser logs in by a form, and has one. */
    @Bean
    @Order(3)
    SecurityFilterChain guarded(HttpSecurity http, ObjectMapper json) throws Exception {
        ProblemAnswer problems = new ProblemAnswer(json);
        return http.authorizeHttpRequests(Security::roles)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .formLogin(Customizer.withDefaults())
                .csrf(csrf -> csrf.ignoringRequestMatchers(Security::bringsItsLogin))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .exceptionHandling(answers -> answers.defaultAuthenticationEntryPointFor(
                                problems, new NegatedRequestMatcher(ASKS_FOR_HTML))
                        .accessDeniedHandler(problems))
                .build();
    }

    private static void roles(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/actuator/hawtio/**", "/actuator/jolokia/**", "/oauth2/**")
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

    /** Another site's page can't make a browser send this header. */
    private static boolean bringsItsLogin(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader(HttpHeaders.AUTHORIZATION), "")
                .toLowerCase(Locale.ROOT)
                .startsWith("basic ");
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
