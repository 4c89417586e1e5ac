package io.ledgerbridge.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.ledgerbridge.faults.Fault;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * An HTTP client for which one call is one request: Apache's client would repeat a POST by itself on 429 and 503, and
 * follow redirects. It also knows, when a call fails, whether anything had been sent.
 */
public final class OneRequestClient {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final int CONNECTIONS = 64;

    private OneRequestClient() {}

    /**
     * A client with time-outs and a pool of its own.
     *
     * @param side who is called, for people to read
     * @param timeout how long a call may take, from connecting to the last byte
     */
    public static CloseableHttpClient with(String side, Duration timeout, AnswerLimits limits) {
        return within(timeout, side, limits).build();
    }

    /** Likewise, with somebody who watches every call. */
    public static CloseableHttpClient with(String side, Duration timeout, AnswerLimits limits, ExecChainHandler watch) {
        return within(timeout, side, limits)
                .addExecInterceptorFirst("watch", watch)
                .build();
    }

    /**
     * A client that calls no more when the other side has failed too often, until the breaker lets it try again.
     *
     * @param down what a call then fails with; nothing was sent
     * @param watch sees every call that the breaker lets pass
     */
    public static CloseableHttpClient with(
            String side,
            Duration timeout,
            AnswerLimits limits,
            CircuitBreaker breaker,
            Supplier<Fault> down,
            ExecChainHandler watch) {
        return within(timeout, side, limits)
                .addExecInterceptorFirst("watch", watch)
                .addExecInterceptorFirst("breaker", new GuardedCalls(breaker, down))
                .build();
    }

    private static HttpClientBuilder within(Duration timeout, String side, AnswerLimits limits) {
        Timeout response = Timeout.of(timeout);
        Timeout connect = Timeout.of(timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT);
        PoolingHttpClientConnectionManager pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS)
                .setConnectionFactory(new StrictConnections())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(response)
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(pool)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(response)
                        .setResponseTimeout(response)
                        .build())
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .addExecInterceptorBefore(ChainElement.PROTOCOL.name(), "in-time", new TotalTimeout(timeout))
                .addExecInterceptorBefore(ChainElement.CONNECT.name(), "not-sent", SentMark::check)
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "sent", SentMark::set)
                .addExecInterceptorFirst("bounded", new BoundedAnswers(side, limits))
                .addExecInterceptorFirst("fresh", new FreshAnswers(side));
    }
}
