package io.ledgerbridge.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * Gives a login by a page a session, of which nobody has too many. One that fails has none: Spring Security would keep
 * the failure in it, for a page that doesn't show it.
 */
final class LoginSessions implements ObjectPostProcessor<AbstractAuthenticationProcessingFilter> {

    private final HttpSecurity http;
    private final UserSessions sessions;
    private final ProblemAnswer problems;
    private final SimpleUrlAuthenticationFailureHandler loginPage =
            new SimpleUrlAuthenticationFailureHandler("/login?error");

    /** @param most of one user */
    LoginSessions(HttpSecurity http, int most, ProblemAnswer problems) {
        this.http = http;
        this.sessions = new UserSessions(most);
        this.problems = problems;
        loginPage.setAllowSessionCreation(false);
    }

    @Override
    public <O extends AbstractAuthenticationProcessingFilter> O postProcess(O filter) {
        filter.setAuthenticationFailureHandler(this::failed);
        filter.setSessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(
                List.of(http.getSharedObject(SessionAuthenticationStrategy.class), sessions)));
        return filter;
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (failure instanceof TooManyLogins) {
            problems.commence(request, response, failure);
        } else {
            loginPage.onAuthenticationFailure(request, response, failure);
        }
    }
}
