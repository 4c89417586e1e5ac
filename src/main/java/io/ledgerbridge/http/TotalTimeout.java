package io.ledgerbridge.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;

/**
 * Ends a call that takes too long from its beginning to its answer's last byte: one whose answer comes drop by drop
 * never exceeds the time for one read. A call that has ended leaves no timer behind.
 *
 * @param timeout of the call as a whole
 */
record TotalTimeout(Duration timeout) implements ExecChainHandler {

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        CompletableFuture<Void> call = begun(scope.originalRequest);
        boolean answering = false;
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            HttpEntity body = response.getEntity();
            if (body != null) {
                response.setEntity(new TimedBody(body, call));
                answering = true;
            }
            return response;
        } catch (IllegalStateException cancelled) {
            throw late(call, cancelled);
        } finally {
            if (!answering) {
                call.complete(null);
            }
        }
    }

    /** Whoever is cancelled between two of Apache's steps is told that it has no connection, as if that were a defect. */
    private static IOException late(CompletableFuture<Void> call, IllegalStateException cancelled) {
        if (!call.isCompletedExceptionally()) {
            throw cancelled;
        }
        IOException late = new SocketTimeoutException("no whole answer in time");
        late.initCause(cancelled);
        return late;
    }

    private CompletableFuture<Void> begun(ClassicHttpRequest request) {
        CompletableFuture<Void> call = new CompletableFuture<>();
        var unused = call.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS).exceptionallyAsync(late -> {
            if (request instanceof Cancellable underWay) {
                underWay.cancel();
            }
            return null;
        });
        return call;
    }
}
