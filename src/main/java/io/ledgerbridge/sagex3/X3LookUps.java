package io.ledgerbridge.sagex3;

import com.schibsted.spt.data.jslt.JsltException;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.sagex3.soap.SoapReplies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what Sage X3 has under a journal's reference: what is asked next, and what the answers hold. */
@Component
public class X3LookUps {

    private final X3Requests requests;
    private final GraphqlReplies graphql;
    private final RestReplies rest;
    private final SoapReplies soap;

    X3LookUps(X3Requests requests, GraphqlReplies graphql, RestReplies rest, SoapReplies soap) {
        this.requests = requests;
        this.graphql = graphql;
        this.rest = rest;
        this.soap = soap;
    }

    /**
     * Begins one, of which nothing is asked yet.
     *
     * @throws JsltException if the store's template fails on the journal
     */
    public EntryLookUp begin(FolderSettings folder, Journal journal) {
        return EntryLookUp.begun(requests.lookUp(folder, journal));
    }

    /**
     * Begins one by another template.
     *
     * @param template its stem; for GraphQL that of the document, too
     * @throws JsltException if it fails on the journal
     */
    public EntryLookUp beginBy(FolderSettings folder, Journal journal, String template) {
        return EntryLookUp.begun(requests.lookUpBy(folder, journal, template));
    }

    /**
     * Reads the answer to what was asked last.
     *
     * @throws Fault where it is none
     */
    public EntryLookUp answered(
            EntryLookUp lookUp, FolderSettings folder, Journal journal, int status, @Nullable String body) {
        EntryLookUp read = lookUp.listed()
                ? lookUp.and(entry(folder, journal, status, body))
                : list(lookUp, folder, journal, status, body);
        return read.unread().isEmpty()
                ? read
                : read.asking(requests.entry(folder, journal, read.unread().get(0)));
    }

    private EntryLookUp list(
            EntryLookUp lookUp, FolderSettings folder, Journal journal, int status, @Nullable String body) {
        return switch (folder.api()) {
            case GRAPHQL -> lookUp.complete(graphql.found(folder, journal, status, body));
            case REST -> lookUp.keys(rest.keys(folder, journal, status, body));
            case SOAP -> lookUp.keys(soap.numbers(folder, journal, status, body));
        };
    }

    private FoundEntry entry(FolderSettings folder, Journal journal, int status, @Nullable String body) {
        return switch (folder.api()) {
            case GRAPHQL -> throw new IllegalStateException("GraphQL's look-up reads entries whole");
            case REST -> rest.entry(folder, journal, status, body);
            case SOAP -> soap.entry(folder, journal, status, body);
        };
    }
}
