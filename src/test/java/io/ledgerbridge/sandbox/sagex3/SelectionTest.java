package io.ledgerbridge.sandbox.sagex3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GraphQL's filter and REST's where over one entry: ODGEN FR011-1 of BC218, 2 November, USD. */
class SelectionTest {

    private static final PostedEntry ENTRY = new PostedEntry(
            "SEED",
            "ODGEN",
            "FR011-1",
            "FR011",
            "SAL",
            LocalDate.of(2026, 11, 2),
            "USD",
            "BC218",
            "Order 218",
            1,
            List.of(
                    new PostedEntry.Line("411000", null, 1, new BigDecimal("5.31"), "", Map.of("CCE1", "WEB")),
                    new PostedEntry.Line("445710", null, -1, new BigDecimal("5.31"), "", Map.of())));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | true",
                "{sourceDocument: 'BC218'} | true",
                "{sourceDocument: 'BC219'} | false",
                "{sourceDocument: {_eq: 'BC218'}, journalEntryType: {_id: 'ODGEN'}} | true",
                "{sourceDocument: 'BC218', site: {_id: 'FR012'}} | false",
                "{site: 'FR011'} | true",
            })
    void filters(String filter, boolean matches) {
        assertThat(new Filter(filter).matches(EntryFetchers.view(ENTRY, Folder.seed())))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{reference: 'BC218'}",
                "{site: {_like: 'F'}}",
                "{_or: [{site: 'FR011'}]}",
                "{site: {name: 'F'}}",
                "{site"
            })
    void refusesAFilterThatItDoesNotUnderstand(String filter) {
        assertThatThrownBy(() -> new Filter(filter).matches(EntryFetchers.view(ENTRY, Folder.seed())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(TYP eq 'ODGEN' and BPRVCR eq 'BC218') | true",
                "TYP eq 'ODGEN' and BPRVCR eq 'BC219' | false",
                "STA eq 1 | true",
                "DESVCR eq 'Shopper''s order' | false",
            })
    void selects(String where, boolean matches) {
        assertThat(new Where(where, EntryResource.SELECTABLE).matches(ENTRY.header()))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REFERENCE eq 'BC218'",
                "TYP is 'ODGEN'",
                "(TYP eq 'ODGEN'",
                "TYP eq",
                "TYP eq 'A' ;",
                "TYP ne 'A'",
                "TYP eq 'A' or TYP eq 'B'"
            })
    void refusesAWhereThatItDoesNotUnderstand(String where) {
        assertThatThrownBy(() -> new Where(where, EntryResource.SELECTABLE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
