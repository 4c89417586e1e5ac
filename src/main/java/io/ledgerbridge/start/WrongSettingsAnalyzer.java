package io.ledgerbridge.start;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows wrong settings and routes on the console as lines, instead of a stack trace. */
final class WrongSettingsAnalyzer extends AbstractFailureAnalyzer<WrongSettings> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, WrongSettings cause) {
        return new FailureAnalysis(
                cause.getMessage() + ":\n\n" + String.join("\n", cause.faults()),
                "Mend them in application.yaml, in the environment or in routes/, and start again; --check looks without a start.",
                cause);
    }
}
