package io.ledgerbridge.operations;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.ledgerbridge.books.Words;

/** Hands on what is logged in words that are safe to show. */
final class SafeAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private final Appender<ILoggingEvent> inner;
    private final Words words;

    SafeAppender(Appender<ILoggingEvent> inner, Words words) {
        this.inner = inner;
        this.words = words;
    }

    Appender<ILoggingEvent> inner() {
        return inner;
    }

    @Override
    protected void append(ILoggingEvent event) {
        inner.doAppend(new SafeEvent(event, words));
    }
}
