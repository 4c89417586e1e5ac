package io.ledgerbridge.frontdoor;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;

/**
 * A body that is still coming in. Tomcat tells when there is more of it, and when its time is over; another request's
 * thread may give it up in favour of its own.
 */
final class IncomingBody implements ReadListener, AsyncListener {

    /** The request's attribute that holds the bytes of the body once it is whole. */
    static final String WHOLE = IncomingBody.class.getName() + ".whole";

    /** As much of a refused body is still read, lest the connection's end overtake the answer. */
    private static final int SPILLED = 1 << 20;

    private static final Duration LINGERING = Duration.ofSeconds(2);

    private final AsyncContext async;
    private final IncomingBodies others;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[4096];
    private int spilled;
    private boolean refused;
    private boolean done;

    IncomingBody(AsyncContext async, byte[] begun, IncomingBodies others) {
        this.async = async;
        this.others = others;
        bytes.writeBytes(begun);
    }

    @Override
    public synchronized void onDataAvailable() throws IOException {
        ServletInputStream in = async.getRequest().getInputStream();
        while (!done && in.isReady() && !in.isFinished()) {
            int read = in.read(buffer);
            if (read < 0) {
                return;
            }
            take(read);
        }
    }

    private void take(int read) throws IOException {
        if (refused) {
            spilled += read;
        } else if (bytes.size() + read > BodyGate.LONGEST) {
            refuseNow(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            bytes.write(buffer, 0, read);
        }
        if (spilled > SPILLED) {
            end();
        }
    }

    /** Answers at once; what comes of the body from now on is thrown away. */
    synchronized void refuseNow(int status) throws IOException {
        refused = true;
        bytes.reset();
        async.setTimeout(LINGERING.toMillis());
        answer(status);
        async.getResponse().flushBuffer();
    }

    @Override
    public synchronized void onAllDataRead() {
        if (done) {
            return;
        }
        if (refused) {
            end();
            return;
        }
        done = true;
        others.remove(this);
        async.getRequest().setAttribute(WHOLE, bytes.toByteArray());
        async.dispatch();
    }

    /** Gives it up; its sender may come again. */
    synchronized void giveUp(int status) {
        if (done) {
            return;
        }
        if (!refused) {
            answer(status);
        }
        end();
    }

    private void answer(int status) {
        HttpServletResponse response = (HttpServletResponse) async.getResponse();
        response.setHeader("Connection", "close");
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        response.setContentLength(0);
        response.setStatus(status);
    }

    private void end() {
        done = true;
        others.remove(this);
        async.complete();
    }

    /** Tomcat says so once more, by {@link #onError(AsyncEvent)}; only there may the request be ended. */
    @Override
    public void onError(Throwable failure) {
        others.remove(this);
    }

    /** The sender has gone, or sends nothing any more. */
    @Override
    public void onError(AsyncEvent event) {
        giveUp(HttpServletResponse.SC_REQUEST_TIMEOUT);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        giveUp(HttpServletResponse.SC_REQUEST_TIMEOUT);
    }

    @Override
    public void onComplete(AsyncEvent event) {
        others.remove(this);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // somebody further inside does; the body is whole by then
    }
}
