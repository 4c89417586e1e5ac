package io.ledgerbridge.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever adds a column that can hold anybody's words says in docs/privacy.md what becomes of it. */
@OnEachDatabase
class PrivacyPageTest {

    /** Longer ones hold texts, and no codes. */
    private static final int CODE = 400;

    private final Database database;

    PrivacyPageTest(Database database) {
        this.database = database;
    }

    @Test
    void namesEveryColumnThatCanHoldWords() throws Exception {
        String page = Files.readString(Path.of("docs/privacy.md"));

        assertThat(texts())
                .hasSizeGreaterThan(20)
                .allSatisfy(column -> assertThat(page).containsPattern(mention(column)));
    }

    /** As {@code table.column}, or behind a column of the same table as {@code .column}. */
    private static Pattern mention(String column) {
        List<String> parts = Stream.of(column.split("\\.")).map(Pattern::quote).collect(Collectors.toList());
        return Pattern.compile(
                "`%1$s\\.%2$s`|`%1$s\\.\\w+`(, `\\.\\w+`)*, `\\.%2$s`".formatted(parts.get(0), parts.get(1)));
    }

    private List<String> texts() {
        return database.jdbc().sql("""
                        SELECT lower(c.table_name) || '.' || lower(c.column_name)
                          FROM information_schema.columns c
                          JOIN information_schema.tables t
                            ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                         WHERE c.table_schema = CURRENT_SCHEMA AND t.table_type = 'BASE TABLE'
                           AND c.table_name NOT LIKE 'flyway%'
                           AND (lower(c.data_type) IN ('bytea', 'binary varying')
                                OR lower(c.data_type) IN ('character varying', 'text')
                                    AND coalesce(c.character_maximum_length, 1000) > :code)""").param("code", CODE).query(String.class).list();
    }
}
