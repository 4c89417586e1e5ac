package io.ledgerbridge.security;

import io.ledgerbridge.settings.UserRole;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** The role that each path needs. What is under no path of its own is the console, whose forms are for operators. */
final class RequiredRoles {

    private static final String VIEWER = UserRole.VIEWER.name();
    private static final String OPERATOR = UserRole.OPERATOR.name();
    private static final String ADMIN = UserRole.ADMIN.name();

    /** What the page shows at which people log in. */
    private static final String[] OPEN = {PageAnswer.LOGIN, "/language", "/console/*.css", "/console/*.svg"};

    private RequiredRoles() {}

    static void of(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(HttpMethod.GET, OPEN)
                .permitAll()
                .requestMatchers("/oauth2/**")
                .hasRole(ADMIN)
                .requestMatchers("/api/privacy/**")
                .hasRole(ADMIN)
                .requestMatchers("/api/stores/*/credentials/**")
                .hasRole(ADMIN)
                .requestMatchers("/api/evidence")
                .hasRole(OPERATOR)
                .requestMatchers("/actuator/**")
                .hasRole(VIEWER)
                .requestMatchers(HttpMethod.GET, "/api/**")
                .hasRole(VIEWER)
                .requestMatchers(HttpMethod.HEAD, "/api/**")
                .hasRole(VIEWER)
                .requestMatchers(HttpMethod.POST, "/api/**")
                .hasRole(OPERATOR)
                .requestMatchers(
                        HttpMethod.DELETE,
                        "/api/stores/*/orders/*/set-aside",
                        "/api/stores/*/orders/*/refunds/*",
                        "/api/stores/*/orders/*/tags/*")
                .hasRole(OPERATOR)
                .requestMatchers(HttpMethod.PUT, "/api/stores/*/orders/*/assignment", "/api/stores/*/orders/*/tags/*")
                .hasRole(OPERATOR)
                .requestMatchers("/api/**")
                .hasRole(ADMIN)
                .requestMatchers("/connections/*/credentials/**")
                .hasRole(ADMIN)
                .requestMatchers("/audit/erase")
                .hasRole(ADMIN)
                .requestMatchers(HttpMethod.POST, "/**")
                .hasRole(OPERATOR)
                .requestMatchers("/audit/evidence")
                .hasRole(OPERATOR)
                .requestMatchers(RequiredRoles::asksTheShop)
                .hasRole(OPERATOR)
                .anyRequest()
                .hasRole(VIEWER);
    }

    /** To count the orders of some days takes calls to BigCommerce. */
    private static boolean asksTheShop(HttpServletRequest request) {
        return request.getServletPath().equals("/backfill") && request.getParameter("count") != null;
    }
}
