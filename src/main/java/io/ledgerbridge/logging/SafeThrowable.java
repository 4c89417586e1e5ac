package io.ledgerbridge.logging;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An exception as the log shows it, with a message that is safe to show. */
@SuppressWarnings("NullAway") // Logback's interface says of none of its methods that it may return null, as most may
record SafeThrowable(IThrowableProxy inner, Words words) implements IThrowableProxy {

    static @Nullable IThrowableProxy of(@Nullable IThrowableProxy thrown, Words words) {
        return thrown == null ? null : new SafeThrowable(thrown, words);
    }

    @Override
    public String getMessage() {
        return words.keptOrNull(inner.getMessage());
    }

    @Override
    public String getOverridingMessage() {
        return words.keptOrNull(inner.getOverridingMessage());
    }

    @Override
    public String getClassName() {
        return inner.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return inner.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return inner.getCommonFrames();
    }

    @Override
    public IThrowableProxy getCause() {
        return of(inner.getCause(), words);
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        return Arrays.stream(inner.getSuppressed()).map(each -> of(each, words)).toArray(IThrowableProxy[]::new);
    }

    @Override
    public boolean isCyclic() {
        return inner.isCyclic();
    }
}
