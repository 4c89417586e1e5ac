package io.ledgerbridge.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import java.util.List;
import java.util.Map;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** What is logged, with a message and exceptions that are safe to show; the arguments, being in the message, are left out. */
@SuppressWarnings("NullAway") // Logback's interface says of none of its methods that it may return null, as most may
record SafeEvent(ILoggingEvent inner, Words words) implements ILoggingEvent {

    @Override
    public String getMessage() {
        return getFormattedMessage();
    }

    @Override
    public Object[] getArgumentArray() {
        return null;
    }

    @Override
    public String getFormattedMessage() {
        return words.keptOrNull(inner.getFormattedMessage());
    }

    @Override
    public IThrowableProxy getThrowableProxy() {
        return SafeThrowable.of(inner.getThrowableProxy(), words);
    }

    @Override
    public String getThreadName() {
        return inner.getThreadName();
    }

    @Override
    public Level getLevel() {
        return inner.getLevel();
    }

    @Override
    public String getLoggerName() {
        return inner.getLoggerName();
    }

    @Override
    public LoggerContextVO getLoggerContextVO() {
        return inner.getLoggerContextVO();
    }

    @Override
    public StackTraceElement[] getCallerData() {
        return inner.getCallerData();
    }

    @Override
    public boolean hasCallerData() {
        return inner.hasCallerData();
    }

    @Override
    public List<Marker> getMarkerList() {
        return inner.getMarkerList();
    }

    @Override
    public Map<String, String> getMDCPropertyMap() {
        return inner.getMDCPropertyMap();
    }

    @Override
    @Deprecated
    public Map<String, String> getMdc() {
        return inner.getMDCPropertyMap();
    }

    @Override
    public long getTimeStamp() {
        return inner.getTimeStamp();
    }

    @Override
    public int getNanoseconds() {
        return inner.getNanoseconds();
    }

    @Override
    public long getSequenceNumber() {
        return inner.getSequenceNumber();
    }

    @Override
    public List<KeyValuePair> getKeyValuePairs() {
        return List.of();
    }

    @Override
    public void prepareForDeferredProcessing() {
        inner.prepareForDeferredProcessing();
    }
}
