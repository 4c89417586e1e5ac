package io.ledgerbridge.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.faults.NeedsPersonFault;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.posting.rules.SampleJournals;
import io.ledgerbridge.sagex3.Refusals;
import io.ledgerbridge.settings.SettingsFixture;
import io.ledgerbridge.settings.StoreSettings;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from what X3 says, in the languages in which it says it. */
class X3RefusalsTest {

    private final PostingRules rules = withoutTexts();
    private final Rules all = new Rules(Map.of("us", rules));
    private final X3Refusals refusals = new X3Refusals(all, new ClosedPeriods(all));
    private final Journal journal = SampleJournals.of(rules).get(0);

    /** The example's, with the default texts. */
    private static PostingRules withoutTexts() {
        StoreSettings store =
                Objects.requireNonNull(SettingsFixture.exampleWithout("closed-period-texts", "passing-refusal-texts")
                        .read()
                        .stores()
                        .get("us"));
        return store.rules();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACCDAT 2026-10-31: The period is closed",
                "Period not open",
                "Fiscal year closed",
                "The financial year 2025 is not yet open",
                "JOU SAL: The journal is closed for this period",
                "Closed journal",
                "Outside of validity date limit",
                "Date outside fiscal year",
                "Période fermée",
                "PERIODE CLOTUREE",
                "La période n'est pas ouverte",
                "Exercice clos",
                "Exercice clôturé",
                "Journal SAL fermé sur la période",
                "Date hors des limites de validité",
                "En dehors de la date limite de validité",
                "Periode abgeschlossen",
                "Die Periode ist nicht geöffnet",
                "Geschäftsjahr geschlossen",
                "Journal gesperrt",
                "Datum außerhalb der Gültigkeitsgrenzen",
                "Período cerrado",
                "El ejercicio está cerrado",
                "Diario cerrado",
                "Fecha fuera de los límites de validez",
                "Período encerrado",
                "Exercício fechado",
                "O diário não está aberto",
                "Data fora dos limites de validade",
                "Periodo chiuso",
                "Esercizio contabile chiuso",
                "Giornale chiuso",
                "Data fuori dai limiti di validità"
            })
    void knowsAClosedPeriod(String words) {
        assertThat(fault(words).reason().code()).isEqualTo("closed-period");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Record locked by another user",
                "GACCENTRY: record in use",
                "Modification made on another workstation",
                "The record was modified by another user",
                "No session available",
                "No free session",
                "Maximum number of sessions reached",
                "Year-end closing in progress",
                "Year-end lock",
                "Fiche verrouillée",
                "Enregistrement verrouillé par ADMIN",
                "Modification sur un autre poste",
                "Aucune session disponible",
                "Nombre maximum de sessions atteint",
                "Clôture annuelle en cours",
                "Datensatz gesperrt",
                "Änderung an einem anderen Arbeitsplatz",
                "Keine Sitzung frei",
                "Jahresabschluss läuft",
                "Registro bloqueado por otro usuario",
                "Modificación en otro puesto",
                "No hay sesiones disponibles",
                "Cierre del ejercicio en curso",
                "Registo bloqueado",
                "Modificação noutro posto",
                "Nenhuma sessão disponível",
                "Encerramento do exercício em curso",
                "Record bloccato da un altro utente",
                "Modifica su un'altra postazione",
                "Nessuna sessione disponibile",
                "Chiusura annuale in corso"
            })
    void triesAPassingRefusalTenTimesAgain(String words) {
        NeedsPersonFault fault = fault(words);

        assertThat(fault.reason().code()).isEqualTo("refused-by-x3");
        assertThat(fault.tries()).isEqualTo(11);
        assertThat(fault.reason().remedy()).contains("passes by itself", "tried again 10 times");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Line 2: ACC B22222222222222: Record does not exist",
                "The journal entry is not balanced: debit 1, credit 2",
                "The account is closed for posting in this period",
                "Journal SAL: the account 707000 is closed",
                "Journal SAL : le compte 707000 est fermé",
                "Account 707000 closed",
                "Line 1: AMTCUR: Mandatory field",
                "Amount out of range",
                "Valeur hors limites",
                "Negative amount not authorized",
                "Business partner blocked",
                "Access denied for this session's user",
                "Period: Mandatory field"
            })
    void leavesAnyOtherToAPerson(String words) {
        NeedsPersonFault fault = fault(words);

        assertThat(fault.reason().code()).isEqualTo("refused-by-x3");
        assertThat(fault.tries()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Line 2: ACC B22222222222222: Record does not exist | account B22222222222222 is channels.\"1\".accounts.revenue",
                "BPR WEB01: Record does not exist | business partner WEB01 is channels.\"1\".business-partner",
                "CCE2 MAIN: Record does not exist | dimension CCE2 MAIN is channels.\"1\".dimensions.CCE2",
                "JOU SAL: Record does not exist | journal SAL is journal.code",
                "TYP ODGEN: Record does not exist | entry type ODGEN is journal.entry-type",
                "FCY FR012: Record does not exist | site FR012 is channels.\"1\".site",
                "ACC 707000: Record does not exist | Mend what X3 names, in X3 or in the store's channel settings",
                "SALE: something | Mend what X3 names, in X3 or in the store's channel settings, then replay"
            })
    void namesTheSettingOfWhatX3Names(String words, String remedy) {
        assertThat(fault(words).reason().remedy()).contains(remedy);
    }

    private NeedsPersonFault fault(String words) {
        Refusals.Refusal refusal = refusals.read(journal, words);
        assertThat(refusal.fault()).isInstanceOf(NeedsPersonFault.class);
        return (NeedsPersonFault) refusal.fault();
    }
}
