package io.ledgerbridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.TestClock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** A page that is left open doesn't keep its session. */
class IdleSessionsTest {

    private final TestClock clock = new TestClock("2026-11-30T08:00:00Z");
    private final IdleSessions filter = new IdleSessions(clock);
    private final MockHttpSession session = new MockHttpSession();

    IdleSessionsTest() {
        session.setMaxInactiveInterval((int) Duration.ofMinutes(30).toSeconds());
    }

    @Test
    void endsWhereNothingButPartsAsk() throws Exception {
        ask(null);
        for (int minutes = 0; minutes < 30; minutes++) {
            clock.advance(Duration.ofMinutes(1));
            ask("live-orders");
        }
        assertThat(session.isInvalid()).isFalse();

        clock.advance(Duration.ofSeconds(1));
        ask("live-orders");

        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void staysAsLongAsAPersonAsks() throws Exception {
        ask(null);
        for (int minutes = 0; minutes < 100; minutes += 20) {
            clock.advance(Duration.ofMinutes(20));
            ask("live-orders");
            ask(minutes % 40 == 0 ? null : "work-again");
        }

        assertThat(session.isInvalid()).isFalse();
    }

    private void ask(@Nullable String part) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/orders");
        request.setSession(session);
        if (part != null) {
            request.addHeader("HX-Trigger", part);
        }
        filter.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }
}
