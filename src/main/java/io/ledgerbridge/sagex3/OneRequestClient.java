package io.ledgerbridge.sagex3;

import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * An HTTP client for which one call is one request: Apache's client would repeat a POST by itself on 429 and 503, and
 * follow redirects. It also knows, when a call fails, whether anything had been sent.
 */
public final class OneRequestClient {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final String SENT = OneRequestClient.class.getName() + ".sent";
    private static final int CONNECTIONS = 64;

    private OneRequestClient() {}

    /**
     * A client with time-outs and a pool of its own.
     *
     * @param timeout how long a connection, and then each part of the answer, may take
     */
    public static CloseableHttpClient with(Duration timeout) {
        Timeout response = Timeout.of(timeout);
        Timeout connect = Timeout.of(timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT);
        PoolingHttpClientConnectionManager pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(response)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
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
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .addExecInterceptorBefore(ChainElement.CONNECT.name(), "not-sent", (request, scope, chain) -> {
                    HttpContext context = scope.clientContext;
                    context.removeAttribute(SENT);
                    try {
                        return chain.proceed(request, scope);
                    } catch (IOException failure) {
                        if (context.getAttribute(SENT) == null) {
                            throw new NotSentException(failure);
                        }
                        throw failure;
                    }
                })
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "sent", (request, scope, chain) -> {
                    scope.clientContext.setAttribute(SENT, true);
                    return chain.proceed(request, scope);
                })
                .build();
    }
}
