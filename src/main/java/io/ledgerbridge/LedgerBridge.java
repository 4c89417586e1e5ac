package io.ledgerbridge;

import io.ledgerbridge.start.CheckOption;
import org.springframework.boot.ExitCodeEvent;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationListener;

/** Starts the program; with {@code --check} it only looks whether it could. */
@SpringBootApplication
public class LedgerBridge {

    public static void main(String[] args) {
        SpringApplication program = new SpringApplication(LedgerBridge.class);
        ApplicationListener<ExitCodeEvent> ending = end -> System.exit(end.getExitCode());
        program.addListeners(ending);
        if (CheckOption.isAskedFor(args)) {
            System.exit(CheckOption.run(program, System.out, args));
        }
        program.run(args);
    }
}
