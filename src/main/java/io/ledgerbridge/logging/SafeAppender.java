package io.ledgerbridge.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;

/** Hands on what is logged in words that are safe to show. */
public final class SafeAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private final Appender<ILoggingEvent> inner;
    private final Words words;

    public SafeAppender(Appender<ILoggingEvent> inner, Words words) {
        this.inner = inner;
        this.words = words;
    }

    public Appender<ILoggingEvent> inner() {
        return inner;
    }

    @Override
    protected void append(ILoggingEvent event) {
        inner.doAppend(new SafeEvent(event, words));
    }
}
