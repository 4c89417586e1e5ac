package io.ledgerbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Entries as what people set aside keeps them: in JSON, for years. */
class JournalEntryDatesTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void oneThatWasKeptBeforeThereWereFurtherDatesHasItsOwnForThem() throws Exception {
        JournalEntry entry = JSON.readValue("""
                {"reference": "BC250", "entryType": "ODGEN", "journalCode": "SAL", "site": "FR011",
                 "accountingDate": "2026-10-31", "currency": "USD", "description": "An order",
                 "lines": [
                   {"account": "411000", "role": "RECEIVABLE", "amount": {"amount": 1.50, "currency": "USD"},
                    "description": "An order", "dimensions": {}},
                   {"account": "707000", "role": "REVENUE", "amount": {"amount": -1.50, "currency": "USD"},
                    "description": "An order", "dimensions": {}}]}""", JournalEntry.class);

        LocalDate day = LocalDate.of(2026, 10, 31);
        assertThat(entry.documentDate()).isEqualTo(day);
        assertThat(entry.rateDate()).isEqualTo(day);
    }
}
