package io.ledgerbridge.console.audit;

import io.ledgerbridge.api.audit.StepParameters;
import io.ledgerbridge.api.tables.Portions;
import io.ledgerbridge.api.tables.Table;
import io.ledgerbridge.api.tables.Tables;
import io.ledgerbridge.books.audit.AuditSteps;
import io.ledgerbridge.books.audit.FoundStep;
import io.ledgerbridge.books.audit.StepQuery;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Links that are looked for, as tables. */
@Component
class StepTables {

    /** So many are in memory. */
    private static final int AT_ONCE = 500;

    private final AuditSteps steps;
    private final MessageSource texts;
    private final Tables tables;

    StepTables(AuditSteps steps, MessageSource texts, Tables tables) {
        this.steps = steps;
        this.texts = texts;
        this.tables = tables;
    }

    ResponseEntity<StreamingResponseBody> csv(StepParameters asked, Locale language) {
        return tables.csv(table(asked.query(), language));
    }

    ResponseEntity<StreamingResponseBody> xlsx(StepParameters asked, Locale language) {
        return tables.xlsx(table(asked.query(), language));
    }

    private Table<FoundStep> table(StepQuery query, Locale language) {
        return new Table<>(
                "links",
                new StepColumns(texts, language).all(),
                new Portions<>(
                        (last, size) -> steps.find(query.behind(last), size),
                        AT_ONCE,
                        () -> steps.count(query, Tables.MOST_IN_A_SHEET + 1)));
    }
}
