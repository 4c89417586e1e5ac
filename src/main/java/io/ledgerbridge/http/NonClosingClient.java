package io.ledgerbridge.http;

import java.io.IOException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;

/**
 * An HTTP client in the hands of those who don't own it. Camel closes the client of every HTTP endpoint that it stops,
 * such as one that its cache of endpoints evicts; others still call by that client, so closing it does nothing here.
 */
public final class NonClosingClient extends CloseableHttpClient {

    private final CloseableHttpClient owned;

    /**
     * Lends a client.
     *
     * @param owned closed by its owner alone
     */
    public NonClosingClient(CloseableHttpClient owned) {
        this.owned = owned;
    }

    @Override
    protected CloseableHttpResponse doExecute(HttpHost target, ClassicHttpRequest request, HttpContext context)
            throws IOException {
        return CloseableHttpResponse.adapt(owned.executeOpen(target, request, context));
    }

    @Override
    public void close() {
        // its owner does
    }

    @Override
    public void close(CloseMode mode) {
        // its owner does
    }
}
