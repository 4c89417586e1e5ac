package io.ledgerbridge.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.JsltException;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.sagex3.templates.JournalInput;
import io.ledgerbridge.sagex3.templates.StoreTemplates;
import org.springframework.stereotype.Component;

/** What Sage X3 is sent for a journal, by the interface of its store and by the store's templates. */
@Component
public class X3Requests {

    private final StoreTemplates templates;

    X3Requests(StoreTemplates templates) {
        this.templates = templates;
    }

    /**
     * Creates the journal.
     *
     * @throws JsltException if the store's template fails on it
     */
    public X3Request create(FolderSettings folder, Journal journal) {
        return createBy(folder, journal, folder.api().label() + "-create");
    }

    /**
     * Creates the journal by another template.
     *
     * @param template its stem; for GraphQL that of the document, too
     * @throws JsltException if it fails on the journal
     */
    public X3Request createBy(FolderSettings folder, Journal journal, String template) {
        JsonNode made = made(folder, journal, template);
        return switch (folder.api()) {
            case GRAPHQL -> GraphqlRequest.of(document(folder, journal, template), made);
            case REST -> RestRequest.forCreate(folder.rest(), made);
            case SOAP -> SoapRequest.forSave(folder.soap(), made);
        };
    }

    /**
     * Asks which entries Sage X3 has under the journal's reference.
     *
     * @throws JsltException if the store's template fails on it
     */
    public X3Request lookUp(FolderSettings folder, Journal journal) {
        return lookUpBy(folder, journal, folder.api().label() + "-look-up");
    }

    /**
     * Asks likewise by another template.
     *
     * @param template its stem; for GraphQL that of the document, too
     * @throws JsltException if it fails on the journal
     */
    public X3Request lookUpBy(FolderSettings folder, Journal journal, String template) {
        JsonNode made = made(folder, journal, template);
        return switch (folder.api()) {
            case GRAPHQL -> GraphqlRequest.of(document(folder, journal, template), made);
            case REST -> RestRequest.forQuery(folder.rest(), made.path("where").asText());
            case SOAP -> SoapRequest.forQuery(folder.soap(), made);
        };
    }

    /**
     * Asks for the whole of one entry.
     *
     * @param key as the look-up gave it
     * @throws IllegalStateException for GraphQL, whose look-up reads entries whole
     */
    public X3Request entry(FolderSettings folder, Journal journal, String key) {
        return switch (folder.api()) {
            case GRAPHQL -> throw new IllegalStateException("GraphQL's look-up reads entries whole");
            case REST -> RestRequest.forDetails(folder.rest(), key);
            case SOAP -> SoapRequest.forRead(folder.soap(), journal, key);
        };
    }

    private JsonNode made(FolderSettings folder, Journal journal, String template) {
        return templates.of(journal.store()).template(template).object(JournalInput.of(folder, journal));
    }

    private String document(FolderSettings folder, Journal journal, String stem) {
        return templates.of(journal.store()).document(stem).filled(folder);
    }
}
