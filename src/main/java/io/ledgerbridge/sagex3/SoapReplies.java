package io.ledgerbridge.sagex3;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.ledgerbridge.books.Fault;
import io.ledgerbridge.books.Journal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Reads the answers of Sage X3's SOAP web service. */
@Component
public class SoapReplies {

    private static final int OK = 200;

    /**
     * What a reply to {@code save} says. Refused is only what X3 itself calls failed, with an error and without a
     * number; a SOAP fault may have come after the entry was written.
     */
    public CreateReply created(int status, @Nullable String body) {
        Optional<SoapAnswer> answer = status == OK ? SoapAnswer.of(body) : Optional.empty();
        if (answer.isEmpty()) {
            return Replies.created(status, body, none -> MissingNode.getInstance());
        }
        String number = answer.get().number();
        List<String> errors = answer.get().errors();
        if (answer.get().done() && !number.isEmpty() && errors.isEmpty()) {
            return new CreateReply.Created(number);
        }
        if (!answer.get().done() && number.isEmpty() && !errors.isEmpty()) {
            return new CreateReply.Refused(X3Words.joined(errors));
        }
        return new CreateReply.Unknown(X3Words.ofReply(status, body));
    }

    /**
     * The numbers of the entries that a {@code query} found under the journal's reference.
     *
     * @throws Fault where the answer is none, or where it is of entries that weren't asked for: a web service whose
     *     left list lacks a key passes over it without a word
     */
    public List<String> numbers(Journal journal, int status, @Nullable String body) {
        List<String> numbers = new ArrayList<>();
        for (Element line : SoapXml.all(result(status, body), "LIN")) {
            String reference = SoapXml.field(line, "BPRVCR");
            if (!reference.equals(journal.reference())) {
                throw Replies.lookUpRefused(
                        "asked for BPRVCR '%s', the web service answered with one of BPRVCR '%s'; its left list must show BPRVCR and select by it"
                                .formatted(journal.reference(), reference));
            }
            numbers.add(SoapXml.field(line, "NUM"));
        }
        return numbers;
    }

    /**
     * The entry that was read.
     *
     * @throws Fault where the answer is none
     */
    public FoundEntry entry(int status, @Nullable String body) {
        Document entry = result(status, body);
        List<FoundEntry.Line> lines = new ArrayList<>();
        for (Element line : SoapXml.all(entry, "LIN")) {
            BigDecimal signed = amount(line, "DEB").subtract(amount(line, "CDT"));
            lines.add(new FoundEntry.Line(SoapXml.field(line, "ACC1"), 1, signed));
        }
        String date = SoapXml.field(entry, "ACCDAT").replaceFirst("^(\\d{4})(\\d{2})(\\d{2})$", "$1-$2-$3");
        return Replies.entry(SoapXml.field(entry, "NUM"), date, SoapXml.field(entry, "CUR"), lines);
    }

    /** What a question was answered with; a result must be there even where nothing was found. */
    private static Document result(int status, @Nullable String body) {
        Optional<SoapAnswer> answer = status == OK ? SoapAnswer.of(body) : Optional.empty();
        if (answer.isEmpty()) {
            Replies.answer(status, body);
            throw Replies.lookUpRefused("the answer is no SOAP: " + X3Words.ofReply(status, body));
        }
        if (!answer.get().errors().isEmpty()) {
            throw Replies.lookUpRefused(X3Words.joined(answer.get().errors()));
        }
        return answer.filter(SoapAnswer::done)
                .flatMap(SoapAnswer::result)
                .orElseThrow(() -> Replies.lookUpRefused("the answer has no result: " + X3Words.ofReply(status, body)));
    }

    /** An empty field is zero, as on the screen. */
    private static BigDecimal amount(Element line, String field) {
        String text = SoapXml.field(line, field);
        return text.isEmpty()
                ? BigDecimal.ZERO
                : Replies.amount(X3Json.MAPPER.getNodeFactory().textNode(text));
    }
}
