package io.ledgerbridge.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.audit.RefusedTimes;
import io.ledgerbridge.faults.NeedsPersonFault;
import io.ledgerbridge.faults.TransientFault;
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
    private final RefusedTimes refusedTimes = mock();
    private final X3Refusals refusals = new X3Refusals(all, new ClosedPeriods(all), refusedTimes);
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
                "Data fuori dai limiti di validità",
                "Period locked",
                "Period blocked",
                "Entry not possible: period is locked",
                "The period isn't open",
                "The date is not in an open period",
                "No open period for this date",
                "The period 10/2026 of site FR011 is closed",
                "ACCDAT 2026-10-31: Outside of validity date limit",
                "Accounting date outside the fiscal year",
                "Période verrouillée",
                "La date n'appartient pas à une période ouverte",
                "Pas de période ouverte à cette date",
                "Datum nicht in offener Periode",
                "Keine offene Periode für dieses Datum",
                "Buchung nicht möglich: Periode gesperrt",
                "Período bloqueado",
                "El asiento no puede registrarse en un período bloqueado",
                "No hay periodo abierto para esta fecha",
                "Lançamento em período bloqueado",
                "Não há período aberto",
                "Periodo bloccato",
                "Nessun periodo aperto per questa data",
                "Sezionale chiuso"
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
                "Chiusura annuale in corso",
                "Locked record",
                "Gesperrter Datensatz",
                "Fiche modifiée entre temps",
                "Record modified on another terminal",
                "Datensatz wurde zwischenzeitlich geändert",
                "Deadlock detected",
                "ORA-00060 deadlock",
                "Server busy",
                "Too many connections",
                "Service temporarily unavailable",
                "No X3 process available in the pool LEDGER",
                "Connection to the X3 runtime lost",
                "Timeout"
            })
    void triesAPassingRefusalTenTimesAgain(String words) {
        when(refusedTimes.of("us", journal.order(), journal.reference())).thenReturn(9, 10);

        Refusals.Refusal tenth = refusals.read(journal, words);
        assertThat(tenth.fault()).isInstanceOf(TransientFault.class);
        assertThat(tenth.fault()).hasMessageStartingWith("refused-by-x3: Sage X3 refused ");
        NeedsPersonFault fault = fault(words);

        assertThat(fault.reason().code()).isEqualTo("refused-by-x3");
        assertThat(fault.tries()).isEqualTo(1);
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
                "Period: Mandatory field",
                "Date antérieure à la clôture de l'exercice en cours",
                "Fecha anterior al cierre del ejercicio en curso",
                "Data anterior ao encerramento do exercício em curso",
                "Data anteriore alla chiusura dell'esercizio in corso",
                "Buchung: Konto 411000 gesperrt",
                "Registrazione su conto bloccato",
                "Asiento no permitido: cuenta bloqueada",
                "Business partner WEB01 locked by credit control",
                "Business partner WEB01 blocked by credit control",
                "Entry type ODGEN no longer in use",
                "Record not in use",
                "No licence for function GESGAS",
                "User has no connection rights",
                "Account 707000: Outside of validity date limit",
                "CCE1 WEB: Outside of validity date limit",
                "Compte 707000 hors dates de validité",
                "Tax code FR20 outside validity dates",
                "Konto 411000 ist im Journal SAL gesperrt",
                "Journal SAL: site FR011 closed",
                "Journal SAL : section analytique WEB fermée",
                "Journal type not open for user WEBJRN",
                "Due date outside period",
                "Exchange rate date outside validity",
                "Document date outside the tax declaration period",
                "Amount outside tolerance for the period",
                "For the period 11/2026 the dimension WEB is closed",
                "Price list outside of validity date limit"
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
                "SALE: something | Mend what X3 names, in X3 or in the store's channel settings, then work the order again"
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
