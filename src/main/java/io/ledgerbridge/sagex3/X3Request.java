package io.ledgerbridge.sagex3;

/** One request to Sage X3, in the parts that the route of its interface puts into a call. */
public sealed interface X3Request permits GraphqlRequest, RestRequest, SoapRequest {

    /** What is sent of a journal, whose hash the books keep; the route adds no more than the address and the headers. */
    String text();
}
