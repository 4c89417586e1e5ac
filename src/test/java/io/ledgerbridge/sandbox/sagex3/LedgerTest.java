package io.ledgerbridge.sandbox.sagex3;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger = Ledger.of(Folder.seed(), Folder.sample("US01"));

    @Test
    void namesEveryFaultOfAnEntry() {
        EntryDraft draft = new EntryDraft(
                "XXXXXX",
                "",
                "FR099",
                "",
                null,
                "XXX",
                "",
                "A description of more than 30 characters",
                3,
                List.of(
                        line("411000", "STRANGER", 1, "10", Map.of("CCE1", "NONE", "CCE9", "ANY")),
                        line("411000", "", 2, "0", Map.of())));

        assertThat(ledger.post("SEED", draft).diagnoses())
                .extracting(Diagnosis::message)
                .containsExactlyInAnyOrder(
                        "TYP XXXXXX: Text too long, at most 5 characters",
                        "FCY FR099: Record does not exist",
                        "JOU: Mandatory field",
                        "CUR XXX: Record does not exist",
                        "DESVCR A description of more than 30 characters: Text too long, at most 30 characters",
                        "ACCDAT: Mandatory field",
                        "STA 3: Incorrect value",
                        "Line 1: BPR STRANGER: Record does not exist",
                        "Line 1: CCE1 NONE: Record does not exist",
                        "Line 1: CCE9: Dimension type not defined",
                        "Line 2: SNS 2: Incorrect value",
                        "Line 2: AMTCUR: Mandatory field",
                        "The journal entry is not balanced: debit 10, credit 0");
    }

    @Test
    void takesOnlyTheDecimalsThatTheCurrencyHas() {
        assertThat(post("SEED", "", "JPY", "1980.5").diagnoses())
                .extracting(Diagnosis::message)
                .contains("Line 1: AMTCUR 1980.5: Too many decimals for currency JPY");
        assertThat(post("SEED", "", "JPY", "1980.00").entry())
                .isNotNull()
                .satisfies(entry -> assertThat(entry.lines().get(0).amount()).isEqualTo(new BigDecimal("1980")));
    }

    @Test
    void countsNumbersByFolderAndTakesOneOnlyOnce() {
        assertThat(post("SEED", "", "USD", "1").entry())
                .extracting(PostedEntry::number)
                .isEqualTo("FR0112611000001");
        assertThat(post("SEED", "FR0112611000002", "USD", "1").entry()).isNotNull();
        assertThat(post("SEED", "", "USD", "1").entry())
                .extracting(PostedEntry::number)
                .isEqualTo("FR0112611000003");
        assertThat(post("US01", "", "USD", "1").entry())
                .extracting(PostedEntry::number)
                .isEqualTo("FR0112611000001");
        assertThat(post("SEED", "FR0112611000002", "USD", "1").diagnoses())
                .extracting(Diagnosis::message)
                .containsExactly("TYP ODGEN NUM FR0112611000002: Record already exists");
    }

    private Posting post(String folder, String number, String currency, String amount) {
        return ledger.post(folder, draft(number, currency, amount));
    }

    private static EntryDraft draft(String number, String currency, String amount) {
        return new EntryDraft(
                "ODGEN",
                number,
                "FR011",
                "SAL",
                LocalDate.of(2026, 11, 2),
                currency,
                "BC1",
                "Order 1",
                1,
                List.of(
                        line("411000", "WEB01", 1, amount, Map.of("CCE1", "WEB")),
                        line("707000", "", -1, amount, Map.of())));
    }

    private static EntryDraft.Line line(
            String account, String partner, int sign, String amount, Map<String, String> dimensions) {
        return new EntryDraft.Line(account, partner, sign, new BigDecimal(amount), "", dimensions);
    }
}
