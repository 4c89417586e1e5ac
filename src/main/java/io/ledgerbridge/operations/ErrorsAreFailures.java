package io.ledgerbridge.operations;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * Makes a failure of everything that a step of a route throws. Camel 4.17 catches exceptions alone: an error, such as
 * {@link OutOfMemoryError}, would pass all failure policies and end the thread, and with it a timer for good; and the
 * steps behind it would be gone on with as if nothing had happened, since Camel calls back in a {@code finally}.
 */
public final class ErrorsAreFailures implements InterceptStrategy {

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext camel, NamedNode definition, Processor target, Processor next) {
        return new Step(target);
    }

    private static final class Step extends DelegateAsyncProcessor {

        Step(Processor target) {
            super(AsyncProcessorConverterHelper.convert(target));
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            Callback its = new Callback(exchange, callback);
            boolean sync;
            try {
                sync = super.process(exchange, its);
            } catch (Throwable thrown) {
                its.failed(thrown);
                return true;
            }
            its.returned();
            return sync;
        }
    }

    private enum State {
        RUNNING,
        DONE,
        RETURNED,
        FAILED
    }

    /** Calls back once the step has returned, since what is said before may be said on the way out of an error. */
    private static final class Callback implements AsyncCallback {

        private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
        private final Exchange exchange;
        private final AsyncCallback callback;
        private volatile boolean sync;

        Callback(Exchange exchange, AsyncCallback callback) {
            this.exchange = exchange;
            this.callback = callback;
        }

        @Override
        public void done(boolean doneSync) {
            sync = doneSync;
            if (!state.compareAndSet(State.RUNNING, State.DONE) && state.get() == State.RETURNED) {
                goOn();
            }
        }

        void returned() {
            if (!state.compareAndSet(State.RUNNING, State.RETURNED)) {
                goOn();
            }
        }

        void failed(Throwable thrown) {
            state.set(State.FAILED);
            sync = true;
            exchange.setException(thrown);
            goOn();
        }

        /** Camel takes no interrupted exchange to a failure policy, and a thread that stays interrupted to no database. */
        private void goOn() {
            if (exchange.getException() instanceof InterruptedException interrupted) {
                Thread.interrupted();
                exchange.getExchangeExtension().setInterrupted(false);
                exchange.setException(new CamelExecutionException("it was interrupted", exchange, interrupted));
            }
            callback.done(sync);
        }
    }
}
