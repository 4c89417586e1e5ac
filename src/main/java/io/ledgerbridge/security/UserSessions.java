package io.ledgerbridge.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/** Ends the oldest session of a user who has too many: a script that logs in by the page again and again fills no memory. */
final class UserSessions implements SessionAuthenticationStrategy {

    private static final String OWNER = UserSessions.class.getName() + ".owner";

    private final int most;
    private final Map<String, Deque<HttpSession>> sessions = new HashMap<>();

    UserSessions(int most) {
        this.most = most;
    }

    @Override
    public void onAuthentication(Authentication login, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        session.setAttribute(OWNER, new Owner(login.getName(), session));
        HttpSession oldest = added(login.getName(), session);
        if (oldest != null) {
            end(oldest);
        }
    }

    private synchronized @Nullable HttpSession added(String user, HttpSession session) {
        Deque<HttpSession> byAge = sessions.computeIfAbsent(user, first -> new ArrayDeque<>());
        byAge.addLast(session);
        return byAge.size() > most ? byAge.removeFirst() : null;
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException ended) {
            // by itself, at this very moment
        }
    }

    private synchronized void remove(String user, HttpSession session) {
        Deque<HttpSession> byAge = sessions.get(user);
        if (byAge != null && byAge.remove(session) && byAge.isEmpty()) {
            sessions.remove(user);
        }
    }

    /** Hears of its session's end, however it comes. */
    private final class Owner implements HttpSessionBindingListener {

        private final String user;
        private final HttpSession session;

        Owner(String user, HttpSession session) {
            this.user = user;
            this.session = session;
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            remove(user, session);
        }
    }
}
