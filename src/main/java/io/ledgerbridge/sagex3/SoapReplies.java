package io.ledgerbridge.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.books.Fault;
import io.ledgerbridge.books.Journal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/** Judges the answers of Sage X3's SOAP web service; what is in their entries the store's template reads. */
@Component
public class SoapReplies {

    private static final int OK = 200;

    private final AnswerTemplate template = new AnswerTemplate("soap-answer.jslt");

    /** The entries in an answer, whatever it answers, for the template to read. */
    public String entries(FolderSettings folder, int status, @Nullable String body) {
        Optional<SoapAnswer> answer = status == OK ? SoapAnswer.of(body) : Optional.empty();
        return AnswerTemplate.input(folder, answer.map(SoapReplies::answered).orElse(List.of()));
    }

    private static List<JsonNode> answered(SoapAnswer answer) {
        return answer.result().map(SoapEntries::of).orElse(List.of());
    }

    /**
     * What a reply to {@code save} says. Refused is only what X3 itself calls failed, with an error and without a
     * number; a SOAP fault may have come after the entry was written.
     *
     * @param read what the template read of it
     */
    public CreateReply created(int status, @Nullable String body, String read) {
        Optional<SoapAnswer> answer = status == OK ? SoapAnswer.of(body) : Optional.empty();
        if (answer.isEmpty()) {
            return Replies.created(status, body, 0, "");
        }
        String number = AnswerTemplate.number(read);
        List<String> errors = answer.get().errors();
        if (answer.get().done() && !number.isEmpty() && errors.isEmpty()) {
            return Replies.created(number, AnswerTemplate.reference(read));
        }
        boolean shownNone = AnswerTemplate.showsNone(answered(answer.get()).size(), read);
        if (!answer.get().done() && shownNone && !errors.isEmpty()) {
            return new CreateReply.Refused(X3Words.joined(errors));
        }
        return new CreateReply.Unknown(X3Words.ofReply(status, body));
    }

    /**
     * The numbers of the entries that a {@code query} found under the journal's reference.
     *
     * @param read what the template read of them
     * @throws Fault where the answer is none, or where it is of entries that weren't asked for: a web service whose
     *     left list lacks a key passes over it without a word
     */
    public List<String> numbers(Journal journal, int status, @Nullable String body, String read) {
        Document result = result(status, body);
        int listed = SoapEntries.of(result).size();
        if (listed == 0 && !SoapXml.all(result.getDocumentElement(), "*").isEmpty()) {
            throw Replies.lookUpUnread("the answer holds no fields: " + X3Words.ofReply(status, body));
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
     * @param read what the template read of it
     * @throws Fault where the answer is none
     */
    public FoundEntry entry(Journal journal, int status, @Nullable String body, String read) {
        result(status, body);
        return template.entries(journal, 1, read).get(0).found();
    }

    /** What a question was answered with; a result must be there even where nothing was found. */
    private static Document result(int status, @Nullable String body) {
        Optional<SoapAnswer> answer = status == OK ? SoapAnswer.of(body) : Optional.empty();
        if (answer.isEmpty()) {
            Replies.answer(status, body);
            throw Replies.lookUpUnread("the answer is no SOAP: " + X3Words.ofReply(status, body));
        }
        if (!answer.get().errors().isEmpty()) {
            throw Replies.lookUpRefused(X3Words.joined(answer.get().errors()));
        }
        return answer.filter(SoapAnswer::done)
                .flatMap(SoapAnswer::result)
                .orElseThrow(() -> Replies.lookUpUnread("the answer has no result: " + X3Words.ofReply(status, body)));
    }
}
