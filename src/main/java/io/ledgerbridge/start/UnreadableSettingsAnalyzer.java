package io.ledgerbridge.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Shows where application.yaml isn't YAML as a line, instead of a stack trace that doesn't name the file. */
final class UnreadableSettingsAnalyzer extends AbstractFailureAnalyzer<MarkedYAMLException> {

    private static final List<String> FILES =
            List.of("application.yaml", "application.yml", "config/application.yaml", "config/application.yml");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, MarkedYAMLException cause) {
        Mark mark = cause.getProblemMark();
        String place = mark == null ? "" : ":%d:%d".formatted(mark.getLine() + 1, mark.getColumn() + 1);
        return new FailureAnalysis(
                "%s%s: is not YAML: %s".formatted(file(), place, cause.getProblem()),
                "Mend it there, and start again; --check looks without a start.",
                cause);
    }

    /** The first that can't be read, of those that Spring Boot takes from the working directory. */
    private static String file() {
        return FILES.stream()
                .filter(name -> Files.exists(Path.of(name)))
                .filter(UnreadableSettingsAnalyzer::isUnreadable)
                .findFirst()
                .orElse("the settings");
    }

    private static boolean isUnreadable(String name) {
        try {
            new Yaml(new SafeConstructor(new LoaderOptions()))
                    .loadAll(Files.readString(Path.of(name)))
                    .forEach(each -> {});
            return false;
        } catch (MarkedYAMLException wrong) {
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
