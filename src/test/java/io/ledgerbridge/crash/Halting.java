package io.ledgerbridge.crash;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.boot.web.context.WebServerPortFileWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Beans by which the program also writes its port to a file, goes no further where {@value #CRASH} says so, and ends with
 * its input. It has them where {@value #ASKED_FOR_BY} names this class; a search for components passes it over.
 */
final class Halting {

    static final String ASKED_FOR_BY = "spring.main.sources";
    static final String CRASH = "crash.at";
    /** The order, as store:id, at whose every reading the process ends. */
    static final String POISON = "crash.poison";

    static final String PORT_FILE = "crash.port-file";

    private Halting() {}

    @Bean
    static BoundaryAdvice boundaryAdvice(Environment environment) {
        endWithTheTest();
        return new BoundaryAdvice(
                new Passings(Crash.read(System.getProperty(CRASH, "")).orElse(null)),
                environment.getProperty(POISON, ""));
    }

    @Bean
    static WebServerPortFileWriter portFileWriter() {
        return new WebServerPortFileWriter(new File(System.getProperty(PORT_FILE)));
    }

    /** The test's end closes this process's input. */
    private static void endWithTheTest() {
        Thread watch = new Thread(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException closed) {
                // the same
            }
            Runtime.getRuntime().halt(1);
        });
        watch.setDaemon(true);
        watch.start();
    }
}
