package io.ledgerbridge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** Tests that start the program or all its routes, a process (PostgreSQL is one) or a browser: not in {@code mvn test}. */
@Tag(WholeProgram.TAG)
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WholeProgram {

    /** As pom.xml names it. */
    String TAG = "whole-program";

    /**
     * Those that kill processes, wait for time-outs, start several programs, take many orders or walk through all of a page: {@code
     * mvn -Ptrials verify} and {@code -Preliability}.
     */
    String TRIAL = "trial";

    /** Those of the trials that run with every {@code mvn verify} all the same: what the program is for. */
    String EVERY_TIME = "every-time";

    /** Those that fill the table of docs/reliability.md, and the longest: only the profile of that name runs them. */
    String RELIABILITY = "reliability";

    /** Those in which a year passes: only the profile of that name runs them. */
    String SOAK = "soak";
}
