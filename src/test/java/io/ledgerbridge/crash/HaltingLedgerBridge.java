package io.ledgerbridge.crash;

import io.ledgerbridge.LedgerBridge;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.context.WebServerPortFileWriter;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The program itself, which also writes its port to a file, goes no further where {@value #CRASH} says so, and ends with
 * its input.
 */
public final class HaltingLedgerBridge {

    static final String CRASH = "crash.at";
    static final String PORT_FILE = "crash.port-file";

    private HaltingLedgerBridge() {}

    public static void main(String[] args) {
        endWithTheTest();
        Passings passings =
                new Passings(Crash.read(System.getProperty(CRASH, "")).orElse(null));
        SpringApplication program = new SpringApplication(LedgerBridge.class);
        program.addListeners(new WebServerPortFileWriter(new File(System.getProperty(PORT_FILE))));
        program.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean(BoundaryAdvice.class, () -> new BoundaryAdvice(passings)));
        program.run(args);
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
