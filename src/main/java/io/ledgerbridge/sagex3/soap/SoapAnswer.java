package io.ledgerbridge.sagex3.soap;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.sagex3.LookUpFaults;
import io.ledgerbridge.sagex3.ReplyClassifier;
import io.ledgerbridge.sagex3.X3Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An answer of CAdxWebServiceXmlCC. What belongs to it stands in it or, as published traces show, beside it in a
 * {@code multiRef}.
 *
 * @param done {@code status} 1; 0 is failed, both under HTTP 200
 * @param errors the messages of type 3
 * @param result what {@code resultXml} holds, where it holds XML
 */
public record SoapAnswer(boolean done, List<String> errors, Optional<Document> result) {

    private static final String ERROR = "3";

    private static final int OK = 200;

    /** As many as anybody reads; what each says is looked for in its message. */
    private static final int MOST_ERRORS = 20;

    /** The answer that a body is; nothing where it is none, such as a SOAP fault, HTML or half a body. */
    public static Optional<SoapAnswer> of(@Nullable String body) {
        return SoapXml.document(body).filter(SoapAnswer::isEnvelope).flatMap(SoapAnswer::of);
    }

    static Optional<SoapAnswer> of(int status, @Nullable String body) {
        return status == OK ? of(body) : Optional.empty();
    }

    /**
     * What a question was answered with; a result must be there even if nothing was found.
     *
     * @throws io.ledgerbridge.faults.Fault if there is none
     */
    static Document resultOf(int status, @Nullable String body) {
        Optional<SoapAnswer> answer = of(status, body);
        if (answer.isEmpty()) {
            ReplyClassifier.answer(status, body);
            throw LookUpFaults.unread("the answer is no SOAP: " + X3Words.ofReply(status, body));
        }
        if (!answer.get().errors().isEmpty()) {
            throw LookUpFaults.refused(X3Words.joined(answer.get().errors()));
        }
        return answer.filter(SoapAnswer::done)
                .flatMap(SoapAnswer::result)
                .orElseThrow(() -> LookUpFaults.unread("the answer has no result: " + X3Words.ofReply(status, body)));
    }

    /** What an answer's errors say; null where there are none. */
    static @Nullable String refusal(Optional<SoapAnswer> answer) {
        return answer.filter(one -> !one.errors().isEmpty())
                .map(one -> X3Words.joined(one.errors()))
                .orElse(null);
    }

    /** What its result lists. */
    List<JsonNode> entries() {
        return result.map(SoapEntries::of).orElse(List.of());
    }

    private static boolean isEnvelope(Document document) {
        return "Envelope".equals(document.getDocumentElement().getLocalName());
    }

    private static Optional<SoapAnswer> of(Document envelope) {
        String status = SoapXml.text(envelope, "status");
        if (!status.equals("0") && !status.equals("1")) {
            return Optional.empty();
        }
        return Optional.of(new SoapAnswer(
                status.equals("1"), errors(envelope), SoapXml.document(SoapXml.text(envelope, "resultXml"))));
    }

    private static List<String> errors(Document envelope) {
        List<String> errors = new ArrayList<>();
        for (Element type : SoapXml.all(envelope, "type")) {
            Node message = type.getParentNode();
            if (errors.size() < MOST_ERRORS
                    && message != null
                    && type.getTextContent().strip().equals(ERROR)) {
                errors.add(X3Words.said(SoapXml.text(message, "message")));
            }
        }
        return errors;
    }
}
