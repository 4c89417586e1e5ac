package io.ledgerbridge.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Ends the program, with {@value #EXIT_CODE}, when H2 has closed itself; whoever keeps it running starts it anew, which
 * fails as long as there is no room. To open H2 again in the same process, beside connections that are still of the
 * closed one, could lose what is written then.
 */
@Component
class EndWithTheDatabase {

    private static final int EXIT_CODE = 1;

    private static final Logger LOG = LoggerFactory.getLogger(EndWithTheDatabase.class);

    private final ConfigurableApplicationContext program;

    EndWithTheDatabase(ConfigurableApplicationContext program) {
        this.program = program;
        ClosedDatabase.then(this::end);
    }

    private void end() {
        if (program.isActive()) {
            LOG.error("H2 has closed itself, as it does on a full disk: the program ends, and has to be started anew");
            new Thread(() -> SpringApplication.exit(program, () -> EXIT_CODE), "end-with-the-database").start();
        }
    }
}
