package io.ledgerbridge.sagex3.soap;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.sagex3.AnsweredEntry;
import io.ledgerbridge.sagex3.CreateOutcome;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.FoundEntry;
import io.ledgerbridge.sagex3.LookUpFaults;
import io.ledgerbridge.sagex3.ReplyClassifier;
import io.ledgerbridge.sagex3.X3Words;
import io.ledgerbridge.sagex3.templates.AnswerTemplate;
import io.ledgerbridge.sagex3.templates.StoreTemplates;
import io.ledgerbridge.sagex3.templates.YieldedEntries;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/** Judges the answers of Sage X3's SOAP web service; what is in their entries the store's template reads. */
@Component
public class SoapReplies {

    private final StoreTemplates templates;

    public SoapReplies(StoreTemplates templates) {
        this.templates = templates;
    }

    /** The entries in an answer, whatever it answers, as the template reads them. */
    private String read(FolderSettings folder, AnswerTemplate template, Optional<SoapAnswer> answer) {
        return template.read(folder, answer.map(SoapAnswer::entries).orElse(List.of()));
    }

    /**
     * What a reply to {@code save} says. Refused is only what X3 itself calls failed, with an error and without a
     * number; a SOAP fault may have come after the entry was written.
     */
    public CreateOutcome created(FolderSettings folder, Journal journal, int status, @Nullable String body) {
        Optional<SoapAnswer> answer = SoapAnswer.of(status, body);
        String read = read(folder, template(journal), answer);
        if (answer.isEmpty()) {
            CreateOutcome outcome = ReplyClassifier.created(status, body, 0, "");
            return outcome instanceof CreateOutcome.Unknown unknown && unknown.refusal() == null
                    ? new CreateOutcome.Unknown(unknown.words(), SoapAnswer.refusal(SoapAnswer.of(body)))
                    : outcome;
        }
        YieldedEntries entries = YieldedEntries.of(read);
        List<String> errors = answer.get().errors();
        if (answer.get().done() && !entries.number().isEmpty() && errors.isEmpty()) {
            return ReplyClassifier.created(entries.number(), entries.reference(), entries.status());
        }
        if (!answer.get().done()
                && !errors.isEmpty()
                && entries.showsNone(answer.get().entries().size())) {
            return new CreateOutcome.Refused(X3Words.joined(errors));
        }
        return new CreateOutcome.Unknown(X3Words.ofReply(status, body), SoapAnswer.refusal(answer));
    }

    /**
     * The numbers of the entries that a {@code query} found under the journal's reference.
     *
     * @throws Fault where the answer is none, or where it is of entries that weren't asked for: a web service whose
     *     left list lacks a key passes over it without a word
     */
    public List<String> numbers(FolderSettings folder, Journal journal, int status, @Nullable String body) {
        AnswerTemplate template = template(journal);
        String read = read(folder, template, SoapAnswer.of(status, body));
        Document result = SoapAnswer.resultOf(status, body);
        int listed = SoapEntries.of(result).size();
        if (listed == 0 && !SoapXml.all(result.getDocumentElement(), "*").isEmpty()) {
            throw LookUpFaults.unread("the answer holds no fields: " + X3Words.ofReply(status, body));
        }
        List<AnsweredEntry> entries = template.entries(journal, listed, read);
        if (entries.stream().anyMatch(entry -> entry.reference().isEmpty())) {
            throw AnswerTemplate.otherReference(journal, "");
        }
        return entries.stream().map(AnsweredEntry::number).toList();
    }

    /**
     * The entry that was asked for by its number.
     *
     * @throws Fault where the answer is none
     */
    public FoundEntry entry(FolderSettings folder, Journal journal, int status, @Nullable String body) {
        AnswerTemplate template = template(journal);
        String read = read(folder, template, SoapAnswer.of(status, body));
        SoapAnswer.resultOf(status, body);
        return template.entries(journal, 1, read).get(0).found(folder.ledger());
    }

    private AnswerTemplate template(Journal journal) {
        return new AnswerTemplate(templates.of(journal.store()).template("soap-answer"));
    }
}
