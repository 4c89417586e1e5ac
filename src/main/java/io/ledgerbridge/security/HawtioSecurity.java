package io.ledgerbridge.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.settings.UserRole;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may use Hawtio's console, and Jolokia behind it. */
@Configuration(proxyBeanMethods = false)
class HawtioSecurity {

    private static final RequestMatcher ASKS_FOR_HTML = Askers.askForHtml();

    /**
     * Hawtio's proxy, which would call any address, stays shut, and so do its own ways to log in. It brings a content
     * security policy that its pages can live with.
     */
    @Bean
    @Order(3)
    SecurityFilterChain hawtio(HttpSecurity http, ObjectMapper json) throws Exception {
        ProblemAnswer problems = new ProblemAnswer(json);
        return http.securityMatcher("/actuator/hawtio/**", "/actuator/jolokia/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/hawtio/proxy/**")
                        .denyAll()
                        .anyRequest()
                        .hasRole(UserRole.ADMIN.name()))
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .csrf(csrf -> csrf.csrfTokenRepository(CsrfCookies.ofHawtio())
                        .csrfTokenRequestHandler(consoleHeader())
                        .ignoringRequestMatchers(Askers::bringsItsLogin))
                .requestCache(cache -> cache.requestCache(new LoginReturn(ASKS_FOR_HTML)))
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
}
