package io.ledgerbridge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A store's templates are looked at before the start, and a fault names its file and line. */
class TemplatesTest {

    private static final String X3 = "ledger-bridge.stores.us.sage-x3.";

    /** What tells a line's amount and its side, as shipped. */
    private static final Pattern SIDES = Pattern.compile(
            "\"DEB\": .*\\s+\"CDT\": .*(?=,)|\"SNS\": .*\\s+\"AMTCUR\": .*(?=,)|\"sign\": .*\\s+\"transactionAmount\": .*(?=,)");

    @TempDir
    private Path folder;

    @BeforeEach
    void copyOfTheShipped() throws IOException {
        try (Stream<Path> shipped = Files.list(Path.of("routes/sage-x3"))) {
            for (Path file : shipped.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"graphql", "rest", "soap"})
    void takesTheShippedOnesForEachInterface(String api) {
        assertThat(faults(api)).isEmpty();
    }

    @Test
    void takesTheShippedOnesForAFolderWithoutAnyFieldThatItMayLack() {
        for (String api : List.of("graphql", "rest", "soap")) {
            assertThat(faults(api, "document-date, rate-date, second-reference, status"))
                    .isEmpty();
        }
    }

    @Test
    void takesAFolderWithTheTemplatesOfItsInterfaceAlone() throws IOException {
        delete(
                "graphql-answer.jslt",
                "soap-answer.jslt",
                "graphql-create.graphql",
                "graphql-create.jslt",
                "graphql-look-up.graphql",
                "graphql-look-up.jslt");
        delete("soap-create.jslt", "soap-look-up.jslt");

        assertThat(faults("rest")).isEmpty();
        assertThat(faults("soap"))
                .containsExactly(
                        at("soap-answer.jslt is missing, which api soap needs"),
                        at("soap-create.jslt is missing, which api soap needs"),
                        at("soap-look-up.jslt is missing, which api soap needs"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // file | what stands there | what is put there | line and words
                "rest-create.jslt | .description, 30) | .description, 30 | , line 8: ",
                "rest-create.jslt | cut(.description, 30) | shorten(.description) | , line 7: No such function",
                "rest-create.jslt | \"DES\": cut(.description, 30) | \"DES\": .description | , line 7: DES takes 30 characters and was given 41",
                "rest-create.jslt | .reference | cut(.reference, 10) | : what it yields lacks the whole of .reference",
                "rest-create.jslt | .number | .amont | : what it yields lacks .amount or .number of each of .lines",
                "rest-create.jslt | .account | .acount | : what it yields lacks .account of each of .lines",
                "rest-create.jslt | .accountingDate | \"2026-10-01\" | : what it yields lacks the day of .accountingDate",
                "graphql-create.jslt | .sign | 1 | : what it yields lacks .sign of each of .lines, or whatever else tells debit from credit",
                "rest-create.jslt | .currency | .curency | : what it yields lacks .currency",
                "rest-create.jslt | .site | .site + \"-MAIN\" | , line 13: FCY takes 5 characters and was given 10",
                "rest-look-up.jslt | .reference | .order | : what it yields lacks the whole of .reference",
                "graphql-create.jslt | .lines | .line | : what it yields lacks .account of each of .lines",
                "graphql-create.jslt | cut(.description, 30) | .description | , line 6: description takes 30 characters and was given 37",
                "graphql-create.graphql | create(data | create((data | , line 4: ",
                "graphql-create.graphql | mutation | query | , line 1: a create is a mutation",
                "graphql-create.graphql | $data: | $date: | , line 1: $date is nothing that graphql-create.jslt yields",
                "graphql-create.graphql | graphql.node | graphql.nodes | , line 3: ${variable.folder.graphql.nodes} is none of [endpoint, graphql.inputType",
                "graphql-create.graphql | create(data | ${variable.journal.site}: create(data | , line 4: ${variable.journal.site} is none of [endpoint",
                "rest-look-up.jslt | \"where\" | \"condition\" | : yields no \"where\" with .reference",
                "graphql-create.graphql | (data: $data) | | , line 1: $data is used nowhere",
                "graphql-look-up.graphql | , filter: $filter | | , line 1: $filter is used nowhere",
                "graphql-look-up.graphql | query($filter | mutation($filter | , line 1: a look-up changes nothing",
                "soap-create.jslt | \"HAE0_2\": { | \"HAE0_2\": .site, \"HAE0_9\": { | , line 11: HAE0_2 is neither a group of fields",
            })
    void namesTheFileAndTheLineOfAFault(String file, String before, @Nullable String after, String words)
            throws IOException {
        change(file, text -> {
            assertThat(text).contains(before);
            return text.replace(before, after == null ? "" : after);
        });

        assertThat(faults(file.substring(0, file.indexOf('-'))))
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault).startsWith(at(file)));
        assertThat(faults(file.substring(0, file.indexOf('-'))))
                .anySatisfy(fault -> assertThat(fault).startsWith(at(file) + words));
    }

    /** Else every lost reply would create the entry again. */
    @Test
    void refusesALookUpByAFieldThatIsNotSent() throws IOException {
        change("rest-look-up.jslt", text -> text.replace(".referenceField", "\"REF\""));
        assertThat(faults("rest"))
                .containsExactly(at("rest-create.jslt: what it yields lacks the whole of .reference in REF, by which"
                        + " rest-look-up.jslt asks for it"));
    }

    /** Which side is debit is known by reading an entry back, and by no field's name. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // file | fields that tell the sides in place of the shipped ones | file at fault | what is wrong
                "soap-create.jslt | \"DEB\": if (.sign > 0) .amount else 0, \"CDT\": if (.sign < 0) .amount else 0 | | ",
                "soap-create.jslt | \"DEB\": .sign * .number | | ",
                "soap-create.jslt | \"DEB\": .amount, \"CDT\": .amount | soap-create.jslt | lacks .sign",
                "soap-create.jslt | \"DEB\": .amount | soap-create.jslt | lacks .sign",
                "soap-create.jslt | \"DEB\": if (.sign < 0) .amount, \"CDT\": if (.sign > 0) .amount | soap-answer.jslt | differs by",
                "rest-create.jslt | \"SNS\": -1 * .sign, \"AMTCUR\": .number | rest-answer.jslt | differs by",
                "graphql-create.jslt | \"sign\": 1, \"transactionAmount\": .amount | graphql-create.jslt | lacks .sign",
                "graphql-create.jslt | \"side\": if (.sign > 0) \"S\" else \"H\", \"type\": if (.sign > 0) \"C\" else \"D\", \"transactionAmount\": .amount | | ",
                "graphql-create.jslt | \"creditAmount\": if (.sign > 0) .amount, \"debitAmount\": if (.sign < 0) .amount | | ",
            })
    void knowsDebitFromCreditByReadingItBack(
            String file, String fields, @Nullable String faulty, @Nullable String words) {
        change(file, text -> {
            Matcher shipped = SIDES.matcher(text);
            assertThat(shipped.find()).isTrue();
            return shipped.replaceFirst(Matcher.quoteReplacement(fields));
        });

        List<String> faults = faults(file.substring(0, file.indexOf('-')));

        if (faulty == null || words == null) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults).singleElement().asString().startsWith(at(faulty)).contains(words);
        }
    }

    /** What is sent by a name is read by it, or a journal that X3 has would not be known again. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // file | what stands there | what is put there | of the template that reads answers
                "rest-create.jslt | \"ACC\": | \"ZACC\": | : of what rest-create.jslt makes, entry 'that X3 gives' was read with no account",
                "rest-create.jslt | \"SNS\": .sign | \"SNS\": if (.sign > 0) \"D\" else \"C\" | the sign 'D'",
                "rest-answer.jslt | \"amount\": .AMTCUR | \"debit\": .AMTCUR | of what rest-create.jslt makes, account B22222222222222 differs by",
                "rest-answer.jslt | \"number\": .NUM | \"number\": fallback(.NUM, .BPRVCR) | reads the number '",
                "soap-answer.jslt | .BPRVCR | .BPRVC | reads the reference '', and not '",
                "graphql-answer.jslt | \"reference\" | \"ref\" | was read with no reference",
                "rest-answer.jslt | .ACCDAT | .CREDAT | was read with no date",
                "rest-answer.jslt | \"currency\": .CUR | \"currency\" .CUR | , line 8: Parse error",
                "rest-answer.jslt | [for (.entries) | [for (.entrys) | yields {}, and not one object in \"entries\", of what rest-create.jslt makes",
                "rest-answer.jslt | [for (.entries) | [for (fallback(.entries, [{}])) | yields {\"entries\":[{}]} where there are no entries",
                "soap-create.jslt | \"HAE2_1\" | \"ZLINES\" | was read with no lines",
                "soap-answer.jslt | \"debit\": .DEB | \"debit\": .CDT | no amount, debit or credit of a line",
                "soap-answer.jslt | \"lines\" | \"line\" | was read with no lines",
                "graphql-create.graphql | journalEntryNumber | _id | : of what graphql-create.graphql selects, an entry was read with no number",
                "graphql-create.graphql | create( | created: create( | of what graphql-create.graphql selects",
                "graphql-look-up.graphql | sign transactionAmount | debitAmount creditAmount | no amount, debit or credit of a line",
                "graphql-look-up.graphql | account { _id } | account { code } | was read with no account",
                "graphql-look-up.graphql | accountingDate | | was read with no date",
                "graphql-answer.jslt | .transactionCurrency._id | .transactionCurrency.code | was read with no currency",
            })
    void readsByTheNamesThatItSendsOrSelects(String file, String before, @Nullable String after, String words) {
        change(file, text -> {
            assertThat(text).contains(before);
            return text.replace(before, after == null ? "" : after);
        });
        String api = file.substring(0, file.indexOf('-'));

        assertThat(faults(api))
                .singleElement()
                .asString()
                .startsWith(at(api + "-answer.jslt"))
                .contains(words);
    }

    /** X3 shows days in a form of its own, whatever the form in which it takes them. */
    @Test
    void takesADayInAnotherFormThanThatOfTheAnswers() {
        change(
                "rest-create.jslt",
                text -> text.replace(
                        ".accountingDate",
                        ".accountingDate[8 : 10] + \"/\" + .accountingDate[5 : 7] + \"/\" + .accountingDate[0 : 4]"));

        assertThat(faults("rest")).isEmpty();
    }

    /** Where sides are told otherwise, answers are, too. */
    @Test
    void takesSidesOfAFoldersOwnWhereBothTemplatesHaveThem() {
        change("rest-create.jslt", text -> text.replace("\"SNS\": .sign", "\"SNS\": if (.sign > 0) \"D\" else \"C\""));
        change("rest-answer.jslt", text -> text.replace(".SNS", "if (.SNS == \"D\") 1 else -1"));

        assertThat(faults("rest")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "accountingDate | accountingDate: postingDay | .accountingDate | .accountingDate",
                "accountingDate | postingDay | .accountingDate | .postingDay",
                "accountingDate | ...on JournalEntry { accountingDate } | .accountingDate | .accountingDate",
                "sign transactionAmount | side transactionAmount | .node.sign | if (.node.side == \"debit\") 1 else -1",
                "sign transactionAmount | debit credit | \"sign\": .node.sign, \"amount\": .node.transactionAmount | \"debit\": .node.debit, \"credit\": .node.credit",
                "accountingDate | postingDay | .accountingDate | format-time(parse-time(.postingDay, \"dd/MM/yyyy\"), \"yyyy-MM-dd\")",
            })
    void takesADocumentAndWhatReadsIt(String selected, String other, String reads, String asThis) {
        change("graphql-look-up.graphql", text -> text.replace(selected, other));
        change(
                "graphql-answer.jslt",
                text -> text.replaceAll("//.*", "").replaceAll("\\s+", " ").replace(reads, asThis));

        assertThat(faults("graphql")).isEmpty();
    }

    @Test
    void looksAtEachChannelAndKindOfJournal() throws IOException {
        change(
                "rest-create.jslt",
                text -> text.replace(
                        "\"BPRVCR\": .reference", "\"BPRVCR\": if (.kind == \"refund\") .order else .reference"));
        assertThat(faults("rest"))
                .containsExactly(at("rest-create.jslt: what it yields lacks the whole of .reference in BPRVCR, by which"
                        + " rest-look-up.jslt asks for it"));
    }

    @Test
    void aTemplateOfAWayOfOnesOwnIsLookedAtToo() throws IOException {
        Files.writeString(folder.resolve("marketplace-create.jslt"), "{\n  \"a\": .b,\n");

        assertThat(faults("rest"))
                .singleElement()
                .asString()
                .startsWith(at("marketplace-create.jslt, line 2: Parse error"));
    }

    private List<String> faults(String api) {
        return faults(api, "");
    }

    private List<String> faults(String api, String lacks) {
        return SettingsFixture.example()
                .set(X3 + "api", api)
                .set(X3 + "lacks", lacks)
                .set(X3 + "auth.type", api.equals("graphql") ? "connected-app" : "basic")
                .set(X3 + "templates", folder.toString())
                .faults();
    }

    private String at(String words) {
        return X3 + "templates: " + folder + "/" + words;
    }

    private void delete(String... names) throws IOException {
        for (String name : names) {
            Files.delete(folder.resolve(name));
        }
    }

    private void change(String name, UnaryOperator<String> change) {
        Path file = folder.resolve(name);
        try {
            Files.writeString(file, change.apply(Files.readString(file)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
