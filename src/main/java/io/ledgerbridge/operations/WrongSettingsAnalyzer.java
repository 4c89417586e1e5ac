package io.ledgerbridge.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows wrong settings on the console as lines, instead of a stack trace. */
final class WrongSettingsAnalyzer extends AbstractFailureAnalyzer<WrongSettings> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, WrongSettings cause) {
        return new FailureAnalysis(
                cause.getMessage() + ":\n\n" + String.join("\n", cause.faults()),
                "Mend them in application.yaml or in the environment, and start again.",
                cause);
    }
}
