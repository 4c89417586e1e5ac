package io.ledgerbridge.console.audit;

import io.ledgerbridge.api.tables.Column;
import io.ledgerbridge.books.audit.FoundStep;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What a table of links has in each column; its times are UTC. */
record StepColumns(MessageSource texts, Locale language) {

    List<Column<FoundStep>> all() {
        return List.of(
                new Column<>("at", found -> found.link().at()),
                new Column<>("store", FoundStep::store),
                new Column<>("order", FoundStep::order),
                new Column<>("link", found -> found.link().link()),
                Column.text("step", found -> found.link().step()),
                Column.text("stepInWords", this::step),
                Column.text("by", found -> StepRow.of(found).by()),
                Column.text("reference", found -> found.link().reference()),
                Column.text("detail", StepColumns::says));
    }

    /** A step of another version has no words of its own. */
    private @Nullable String step(FoundStep found) {
        String step = found.link().step();
        return texts.getMessage("audit.step." + step, null, step, language);
    }

    private static String says(FoundStep found) {
        return StepRow.of(found).rest().entrySet().stream()
                .map(said -> said.getKey().isEmpty() ? said.getValue() : said.getKey() + ": " + said.getValue())
                .collect(Collectors.joining(", "));
    }
}
