package io.ledgerbridge.start;

import java.util.Objects;
import org.apache.camel.FailedToCreateRouteException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;

/** Shows a route that Camel can't make as a line, instead of a stack trace. */
final class BrokenRouteAnalyzer extends AbstractFailureAnalyzer<FailedToCreateRouteException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, FailedToCreateRouteException cause) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(cause);
        String why = Objects.toString(root.getMessage(), root.toString());
        return new FailureAnalysis(
                "route '%s' can't be made: %s"
                        .formatted(cause.getRouteId(), why.lines().findFirst().orElse("")),
                "Mend it in its file in routes/, and start again.",
                cause);
    }
}
