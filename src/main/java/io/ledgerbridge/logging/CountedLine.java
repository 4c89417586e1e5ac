package io.ledgerbridge.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.MessageFormatter;

/** One line in the log in place of so many stacks. */
record CountedLine(Said said, long count) {

    private static final int LONGEST_WORDS = 300;

    /** What was logged with an exception, without the exception itself. */
    record Said(Logger logger, Level level, String words, String what) {

        static Said of(
                Logger logger, Level level, @Nullable String format, Object @Nullable [] values, Throwable root) {
            String words =
                    String.valueOf(MessageFormatter.arrayFormat(format, values).getMessage());
            return new Said(logger, level, cut(words), cut(root.toString()));
        }

        private static String cut(String text) {
            String line = text.replaceAll("\\s+", " ");
            return line.length() > LONGEST_WORDS ? line.substring(0, LONGEST_WORDS) + "…" : line;
        }
    }

    void write() {
        String line = "%s (%s; %d times since the last line; its stack is further up)"
                .formatted(said.words(), said.what(), count);
        said.logger()
                .callAppenders(new LoggingEvent(
                        RepeatedStacks.class.getName(), said.logger(), said.level(), line, null, null));
    }
}
