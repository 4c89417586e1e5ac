package io.ledgerbridge.operations;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.ledgerbridge.logging.SafeAppender;
import io.ledgerbridge.logging.Words;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Whatever is logged, by our classes or by a library's, is one line without secrets: each appender gets the words that a row
 * would get. From the moment on at which the settings are known.
 */
@Component
class SafeLog implements DisposableBean {

    private final Logger root = root();
    private final List<SafeAppender> ours = new ArrayList<>();

    SafeLog(Words words, SecretsOfSettings known) {
        for (Appender<ILoggingEvent> appender : appenders()) {
            SafeAppender safe = new SafeAppender(appender, words);
            safe.setContext(root.getLoggerContext());
            safe.setName("safe-" + appender.getName());
            safe.start();
            root.detachAppender(appender);
            root.addAppender(safe);
            ours.add(safe);
        }
    }

    /** The log goes on as before when the program's own parts have ended, and in the JVM of the tests. */
    @Override
    public void destroy() {
        for (SafeAppender safe : ours) {
            if (root.detachAppender(safe)) {
                root.addAppender(safe.inner());
            }
        }
    }

    private List<Appender<ILoggingEvent>> appenders() {
        List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
        for (Iterator<Appender<ILoggingEvent>> each = root.iteratorForAppenders(); each.hasNext(); ) {
            appenders.add(each.next());
        }
        return appenders;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
