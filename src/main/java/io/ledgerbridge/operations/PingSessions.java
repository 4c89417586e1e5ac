package io.ledgerbridge.operations;

import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.work.X3Session;
import io.ledgerbridge.work.X3Sessions;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** A ping's session in Sage X3, which is one of those that the store may have for its orders, too. */
@Component
public class PingSessions {

    /** Of what a ping does in a session beside its calls to X3, such as to fetch a token. */
    private static final Duration BESIDE_CALLS = Duration.ofSeconds(90);

    /** A look-up asks for at most two entries, and for the rows of each by itself where it is REST or SOAP. */
    private static final int CALLS = 3;

    private final X3Sessions sessions;

    PingSessions(X3Sessions sessions) {
        this.sessions = sessions;
    }

    /** Takes a session if one is free. */
    public X3Session take(String store, FolderSettings folder) {
        Duration longest = folder.requestTimeout().multipliedBy(CALLS).plus(BESIDE_CALLS);
        return sessions.take(store, folder.concurrency(), longest);
    }

    /**
     * Goes on with the session that was waited for.
     *
     * @throws Fault where none became free; X3 was asked nothing
     */
    public void given(X3Session session, FolderSettings folder) {
        if (session.isMissing()) {
            throw Fault.passing(
                    "all %d sessions that the store may have in Sage X3 are in use".formatted(folder.concurrency()),
                    null);
        }
    }

    /** Gives it back, when the answer is there or there is none. */
    public void giveBack(X3Session session) {
        sessions.giveBack(session);
    }
}
