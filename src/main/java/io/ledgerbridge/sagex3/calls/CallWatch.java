package io.ledgerbridge.sagex3.calls;

import io.ledgerbridge.faults.FailureWords;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;

/** Tells of each call how long it took until its answer was read whole, and what it came to. */
record CallWatch(Calls.Ended ended, Consumer<HttpResponse> answered) implements ExecChainHandler {

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        long start = System.nanoTime();
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            answered.accept(response);
            end(request, start, CallOutcome.of(response.getCode()), "HTTP " + response.getCode());
            return response;
        } catch (IOException | HttpException | RuntimeException | Error failure) {
            end(request, start, CallOutcome.of(failure), FailureWords.of(failure));
            throw failure;
        }
    }

    private void end(ClassicHttpRequest request, long start, CallOutcome outcome, String words) {
        ended.with(request, Duration.ofNanos(System.nanoTime() - start), outcome, words);
    }
}
