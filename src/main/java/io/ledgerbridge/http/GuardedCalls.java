package io.ledgerbridge.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.ledgerbridge.faults.Fault;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;

/**
 * Lets a circuit breaker stop calls, and tells it how they end. A reply that says the server failed counts as a failure;
 * whatever else it says, it is up. So is one whose answer nobody can read: an order that always gets such a one must not
 * stop its store.
 *
 * @param down what a call fails with that the breaker stops
 */
record GuardedCalls(CircuitBreaker breaker, Supplier<Fault> down) implements ExecChainHandler {

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        if (!breaker.tryAcquirePermission()) {
            throw down.get();
        }
        long start = breaker.getCurrentTimestamp();
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            if (response.getCode() >= HttpStatus.SC_INTERNAL_SERVER_ERROR) {
                failed(start, new IOException("HTTP " + response.getCode()));
            } else {
                succeeded(start);
            }
            return response;
        } catch (UnreadableAnswer answered) {
            succeeded(start);
            throw answered;
        } catch (IOException | HttpException | RuntimeException | Error failure) {
            failed(start, failure);
            throw failure;
        }
    }

    private void succeeded(long start) {
        breaker.onSuccess(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit());
    }

    private void failed(long start, Throwable failure) {
        breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), failure);
    }
}
