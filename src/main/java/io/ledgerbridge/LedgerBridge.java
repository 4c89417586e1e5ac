package io.ledgerbridge;

import org.springframework.boot.ExitCodeEvent;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationListener;

/** Starts the program. */
@SpringBootApplication
public class LedgerBridge {

    public static void main(String[] args) {
        SpringApplication program = new SpringApplication(LedgerBridge.class);
        ApplicationListener<ExitCodeEvent> ending = end -> System.exit(end.getExitCode());
        program.addListeners(ending);
        program.run(args);
    }
}
