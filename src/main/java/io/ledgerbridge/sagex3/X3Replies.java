package io.ledgerbridge.sagex3;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.sagex3.soap.SoapReplies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges what Sage X3 replies to a create, by the interface of the journal's store. */
@Component
public class X3Replies {

    private final GraphqlReplies graphql;
    private final RestReplies rest;
    private final SoapReplies soap;

    X3Replies(GraphqlReplies graphql, RestReplies rest, SoapReplies soap) {
        this.graphql = graphql;
        this.rest = rest;
        this.soap = soap;
    }

    /**
     * What a reply says. What can't be read is neither a yes nor a no.
     *
     * @throws com.schibsted.spt.data.jslt.JsltException if the store's template fails on it
     */
    public CreateOutcome created(FolderSettings folder, Journal journal, int status, @Nullable String body) {
        return switch (folder.api()) {
            case GRAPHQL -> graphql.created(folder, journal, status, body);
            case REST -> rest.created(folder, journal, status, body);
            case SOAP -> soap.created(folder, journal, status, body);
        };
    }
}
