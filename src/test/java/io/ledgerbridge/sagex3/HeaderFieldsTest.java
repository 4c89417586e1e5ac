package io.ledgerbridge.sagex3;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.ledger.EntryStatus;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.sagex3.templates.EntryHeader;
import io.ledgerbridge.sagex3.templates.EntryHeader.Field;
import io.ledgerbridge.sagex3.templates.StoreTemplates;
import io.ledgerbridge.sagex3.templates.TemplateFolder;
import io.ledgerbridge.sagex3.templates.Templates;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the templates that are shipped make of the header fields that not every folder has. */
class HeaderFieldsTest {

    private static final TemplateFolder SHIPPED = TemplateFolder.in("routes/sage-x3");

    private final X3Requests requests = new X3Requests(new StoreTemplates(Map.of("us", SHIPPED)));

    @Test
    void sendsDocumentAndRateDate() {
        EntryHeader header = header(EntryStatus.TEMPORARY, Set.of(), "BPRVCR");

        assertThat(created(X3Api.GRAPHQL, header))
                .contains(
                        "\"accountingDate\":\"2026-12-01\",\"documentDate\":\"2026-11-18\",\"rateDate\":\"2026-10-31\"");
        assertThat(created(X3Api.REST, header))
                .contains("\"ACCDAT\":\"2026-12-01\"", "\"BPRDATVCR\":\"2026-11-18\"", "\"RATDAT\":\"2026-10-31\"");
        assertThat(created(X3Api.SOAP, header))
                .contains(">20261201</FLD>", "NAME=\"BPRDATVCR\">20261118<", "NAME=\"RATDAT\">20261031<");
    }

    @Test
    void sendsTheReferenceASecondTimeWhereX3IndexesIt() {
        EntryHeader header = header(EntryStatus.TEMPORARY, Set.of(), "BPRVCR");

        assertThat(created(X3Api.REST, header)).contains("\"BPRVCR\":\"BC250\"", "\"REFINT\":\"BC250\"");
        assertThat(created(X3Api.SOAP, header)).contains("NAME=\"BPRVCR\">BC250<", "NAME=\"REFINT\">BC250<");
    }

    /** GraphQL has a temporary one without a word: not every node has the property. */
    @Test
    void sendsTheStatus() {
        EntryHeader temporary = header(EntryStatus.TEMPORARY, Set.of(), "BPRVCR");
        EntryHeader settled = header(EntryStatus.FINAL, Set.of(), "BPRVCR");

        assertThat(created(X3Api.GRAPHQL, temporary)).doesNotContain("Status");
        assertThat(created(X3Api.GRAPHQL, settled)).contains("\"journalEntryStatus\":\"final\"");
        assertThat(created(X3Api.REST, temporary)).contains("\"STA\":1,");
        assertThat(created(X3Api.REST, settled)).contains("\"STA\":2,");
        assertThat(created(X3Api.SOAP, temporary)).contains("NAME=\"STA\">1<");
        assertThat(created(X3Api.SOAP, settled)).contains("NAME=\"STA\">2<");
    }

    @ParameterizedTest
    @EnumSource
    void leavesOutWhatTheFolderLacks(X3Api api) {
        String sent = created(api, header(EntryStatus.FINAL, Set.of(Field.values()), "BPRVCR"));

        assertThat(sent)
                .contains("BC250")
                .doesNotContain("documentDate", "rateDate", "Status", "BPRDATVCR", "RATDAT", "REFINT", "STA");
    }

    @Test
    void looksUpByTheFieldThatIsIndexed() {
        EntryHeader header = header(EntryStatus.TEMPORARY, Set.of(), "REFINT");

        assertThat(requests.lookUp(folder(X3Api.REST, header), journal()))
                .extracting(request -> ((RestRequest) request).query())
                .asString()
                .endsWith("where=(TYP eq 'ODGEN' and REFINT eq 'BC250')");
        assertThat(((SoapRequest) requests.lookUp(folder(X3Api.SOAP, header), journal())).envelope())
                .contains(">REFINT</key>", ">BC250</value>")
                .doesNotContain("BPRVCR");
    }

    /** The start tries what it would send, and so sees that what is looked up is not sent. */
    @Test
    void refusesToLookUpByAFieldThatTheFolderLacks() {
        FolderSettings folder =
                folder(X3Api.REST, header(EntryStatus.TEMPORARY, Set.of(Field.SECOND_REFERENCE), "REFINT"));

        assertThat(Templates.faults(folder, SHIPPED, List.of(journal())))
                .anyMatch(fault -> fault.contains("rest-create.jslt: what it yields lacks the whole of .reference"));
    }

    private String created(X3Api api, EntryHeader header) {
        X3Request request = requests.create(folder(api, header), journal());
        return request.text().replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    }

    private static EntryHeader header(EntryStatus status, Set<Field> lacks, String referenceField) {
        return new EntryHeader(status, lacks, referenceField);
    }

    private static FolderSettings folder(X3Api api, EntryHeader header) {
        FolderSettings folder = X3RequestsTest.folder(api);
        return new FolderSettings(
                folder.api(),
                folder.url(),
                folder.endpoint(),
                folder.auth(),
                folder.concurrency(),
                folder.requestTimeout(),
                folder.lookUp(),
                folder.ledger(),
                folder.rest(),
                folder.graphql(),
                folder.soap(),
                folder.templates(),
                folder.negativeAmounts(),
                header);
    }

    /** Of 18 November, in December since November is closed, at the rate of 31 October. */
    private static Journal journal() {
        Journal journal = X3RequestsTest.journal("USD", "10.00");
        JournalEntry entry = journal.entry();
        JournalEntry moved = new JournalEntry(
                entry.reference(),
                entry.entryType(),
                entry.journalCode(),
                entry.site(),
                LocalDate.of(2026, 12, 1),
                LocalDate.of(2026, 11, 18),
                LocalDate.of(2026, 10, 31),
                entry.currency(),
                entry.description(),
                entry.lines());
        return Journal.counted(
                1, "us", 250, new JournalDraft(journal.kind(), null, journal.channel(), moved, List.of(), null), null);
    }
}
