package io.ledgerbridge.start;

import io.ledgerbridge.settings.LedgerBridgeSettings;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Checks the settings, the routes and the templates as a start would, and starts nothing: no port is opened, no
 * database asked, no file made and nobody called.
 */
public final class CheckOption {

    private static final String OPTION = "--check";

    /** Only what ends the run before its time is told: the rest is printed. */
    private static final List<String> QUIET = List.of(
            "--logging.level.root=off",
            "--logging.level.org.springframework.boot.diagnostics=error",
            "--logging.level.org.springframework.boot.SpringApplication=error");

    private CheckOption() {}

    public static boolean isAskedFor(String... args) {
        return Arrays.asList(args).contains(OPTION);
    }

    /**
     * Prints one line a fault, or else what would be started.
     *
     * @param out takes the lines
     * @return the exit status: 0, or 1 where anything stands in the way of a start
     */
    public static int run(SpringApplication program, PrintStream out, String... args) {
        program.setBannerMode(Banner.Mode.OFF);
        program.setLogStartupInfo(false);
        program.setRegisterShutdownHook(false);
        program.addInitializers(CheckOption::endBeforeAnyBean);
        try {
            program.run(Stream.concat(Arrays.stream(args), QUIET.stream()).toArray(String[]::new));
            throw new IllegalStateException("the check has started the program");
        } catch (Found found) {
            found.print(out);
            return found.status();
        } catch (WrongSettings told) {
            return 1;
        }
    }

    /** Every bean is known then, and none is made. */
    private static void endBeforeAnyBean(ConfigurableApplicationContext program) {
        ConfigurableEnvironment environment = program.getEnvironment();
        program.addBeanFactoryPostProcessor(beans -> {
            throw new Found(StartFindings.of(environment, beans), environment);
        });
    }

    /** Ends the run, with what was found. */
    private static final class Found extends SpringApplication.AbandonedRunException {

        private static final long serialVersionUID = 1L;

        private final transient StartFindings checks;
        private final transient ConfigurableEnvironment environment;

        Found(StartFindings checks, ConfigurableEnvironment environment) {
            this.checks = checks;
            this.environment = environment;
        }

        int status() {
            return checks.faults().isEmpty() ? 0 : 1;
        }

        void print(PrintStream out) {
            checks.faults().forEach(out::println);
            checks.warnings().forEach(warning -> out.println("warning: " + warning));
            LedgerBridgeSettings settings = checks.settings();
            if (settings != null) {
                new WhatStarts(settings, environment)
                        .lines(checks.routes().groups())
                        .forEach(out::println);
                out.println("Nothing is wrong, and nothing was started.");
            }
        }
    }
}
