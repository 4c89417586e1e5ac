package io.ledgerbridge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** Tests that start the whole program, a process or a browser: {@code mvn verify} runs them, {@code mvn test} doesn't. */
@Tag(WholeProgram.TAG)
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WholeProgram {

    /** As pom.xml names it. */
    String TAG = "whole-program";

    /** Those that take long or go by chance have this tag, too: only the profiles reliability and soak run them. */
    String ON_DEMAND = "on-demand";
}
