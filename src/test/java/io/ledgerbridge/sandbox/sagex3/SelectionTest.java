package io.ledgerbridge.sandbox.sagex3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GraphQL's filter and REST's where over one entry: ODGEN FR011-1 of BC218, 2 November, USD. */
class SelectionTest {

    private static final Folder FOLDER = Folder.seed();
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
                "[{site: {_id: 'FR011'}}, {sourceDocument: {_ne: 'BC218'}}] | false",
                "{_and: [{site: {_id: 'FR011'}}, {journal: {_id: 'SAL'}}]} | true",
                "{_or: [{sourceDocument: 'BC1'}, {sourceDocument: 'BC218'}]} | true",
                "{_not: {sourceDocument: 'BC218'}} | false",
                "{accountingDate: {_gte: '2026-11-01', _lte: '2026-11-02'}} | true",
                "{accountingDate: {_gt: '2026-11-02'}} | false",
                "{accountingDate: {_lt: '2026-11-02'}} | false",
                "{sourceDocument: {_in: ['BC1', 'BC218']}} | true",
                "{journalEntryLines: {_every: {transactionAmount: 5.31}}} | true",
                "{journalEntryLines: {_every: {sign: 1}}} | false",
                "{journalEntryLines: {_some: {account: {_id: '445710'}}}} | true",
                "{journalEntryLines: {_none: {account: {_id: '445710'}}}} | false",
            })
    void filters(String filter, boolean matches) {
        assertThat(Filter.of(filter).matches(EntryView.of(ENTRY, FOLDER))).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{reference: 'BC218'}", "{site: {_like: 'F'}}", "{site: {name: 'F'}}", "{site"})
    void refusesAFilterThatItDoesNotUnderstand(String filter) {
        assertThatThrownBy(() -> Filter.of(filter).matches(EntryView.of(ENTRY, FOLDER)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(TYP eq 'ODGEN' and BPRVCR eq 'BC218') | true",
                "TYP eq 'ODGEN' and BPRVCR eq 'BC219' | false",
                "BPRVCR ne 'BC218' | false",
                "BPRVCR eq 'BC1' or BPRVCR eq 'BC218' | true",
                "(BPRVCR eq 'BC1' or BPRVCR eq 'BC218') and FCY eq 'FR012' | false",
                "not (FCY eq 'FR012') | true",
                "ACCDAT ge @2026-11-01@ and ACCDAT le @2026-11-02@ | true",
                "ACCDAT gt @2026-11-02@ | false",
                "ACCDAT lt @2026-11-02@ | false",
                "BPRVCR like 'BC%' | true",
                "BPRVCR like 'C%' | false",
                "STA eq 1 | true",
                "DESVCR eq 'Shopper''s order' | false",
            })
    void selects(String where, boolean matches) {
        assertThat(new Where(where, EntryResource.SELECTABLE).matches(EntryResource.header(ENTRY, FOLDER)))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFERENCE eq 'BC218'", "TYP is 'ODGEN'", "(TYP eq 'ODGEN'", "TYP eq", "TYP eq 'A' ;"})
    void refusesAWhereThatItDoesNotUnderstand(String where) {
        assertThatThrownBy(() -> new Where(where, EntryResource.SELECTABLE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void narrowsByReferenceOnlyWhereEveryConditionMustHold() {
        assertThat(new Where("TYP eq 'ODGEN' and (BPRVCR eq 'BC1')", EntryResource.SELECTABLE).valueOf("BPRVCR"))
                .isEqualTo("BC1");
        assertThat(new Where("BPRVCR eq 'BC1' or BPRVCR eq 'BC2'", EntryResource.SELECTABLE).valueOf("BPRVCR"))
                .isNull();
        assertThat(new Where("not BPRVCR eq 'BC1'", EntryResource.SELECTABLE).valueOf("BPRVCR"))
                .isNull();
    }
}
