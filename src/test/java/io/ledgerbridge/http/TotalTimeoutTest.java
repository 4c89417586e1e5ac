package io.ledgerbridge.http;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TotalTimeoutTest {

    private final HttpGet request = new HttpGet("http://localhost/");

    /** As Apache's client does where it finds its connection gone between two steps. */
    @Test
    void saysThatACallTookTooLongAndNotThatTheProgramFailed() {
        TotalTimeout timeout = new TotalTimeout(Duration.ofMillis(1));
        assertThatThrownBy(() -> timeout.execute(request, scope(), (asked, scope) -> {
                    while (!request.isCancelled()) {
                        Thread.onSpinWait();
                    }
                    throw new IllegalStateException("Endpoint not acquired / already released");
                }))
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void passesOnWhatFailsInTime() {
        TotalTimeout timeout = new TotalTimeout(Duration.ofMinutes(5));
        assertThatIllegalStateException()
                .isThrownBy(() -> timeout.execute(request, scope(), (asked, scope) -> {
                    throw new IllegalStateException("a defect");
                }));
    }

    private ExecChain.Scope scope() {
        return new ExecChain.Scope(
                "1",
                new HttpRoute(new HttpHost("localhost", 80)),
                request,
                mock(ExecRuntime.class),
                HttpClientContext.create());
    }
}
