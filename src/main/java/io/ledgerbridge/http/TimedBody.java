package io.ledgerbridge.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.EofSensorInputStream;
import org.apache.hc.core5.http.io.EofSensorWatcher;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** Tells when a call is over: when its answer's body has been read or is closed. */
final class TimedBody extends HttpEntityWrapper implements EofSensorWatcher {

    private final CompletableFuture<Void> call;

    TimedBody(HttpEntity body, CompletableFuture<Void> call) {
        super(body);
        this.call = call;
    }

    @Override
    public InputStream getContent() throws IOException {
        InputStream content = super.getContent();
        return content == null ? InputStream.nullInputStream() : new EofSensorInputStream(content, this);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        super.writeTo(out);
        call.complete(null);
    }

    @Override
    public void close() throws IOException {
        call.complete(null);
        super.close();
    }

    /** True, so that the answer's own stream is closed, too. */
    private boolean ended() {
        call.complete(null);
        return true;
    }

    @Override
    public boolean eofDetected(InputStream content) {
        return ended();
    }

    @Override
    public boolean streamClosed(InputStream content) {
        return ended();
    }

    @Override
    public boolean streamAbort(InputStream content) {
        return ended();
    }
}
