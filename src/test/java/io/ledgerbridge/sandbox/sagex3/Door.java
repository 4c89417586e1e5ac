package io.ledgerbridge.sandbox.sagex3;

import io.ledgerbridge.sandbox.http.Reply;
import io.ledgerbridge.sandbox.http.Request;

/** One of X3's ways in. */
interface Door {

    /** Whether a request to that path is for this door. */
    boolean serves(String path);

    /** What the request asks for, judged without doing it. */
    Call read(Request request);

    /** Whether users may come in by HTTP Basic. */
    default boolean takesBasic() {
        return false;
    }

    /** Does what the request asks for, of somebody who may come in, and commits it. */
    Reply answer(Request request);

    /** Refuses the request with these words, in the interface's own way. */
    Reply refuse(Call call, String words);

    /** The answer with the fault's words in it, or with what the fault takes out of it. */
    Reply spoil(Reply answer, Fault fault);
}
