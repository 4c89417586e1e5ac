package io.ledgerbridge.sagex3;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long Sage X3 could still be committing what was sent: {@code request-timeout} after it was sent, and a lease
 * longer where another worker sent it, which may have slept between writing that down and sending.
 */
public class SettlingTime {

    private final Folders folders;
    private final Duration lease;

    public SettlingTime(Folders folders, Duration lease) {
        this.folders = folders;
        this.lease = lease;
    }

    /** Until when a journal's fate can't be known; nothing where nothing is under way. */
    Optional<Instant> until(Journal journal) {
        Instant sentAt = journal.sentAt();
        boolean underWay = journal.state() == JournalState.SENDING || journal.state() == JournalState.UNKNOWN;
        if (!underWay || sentAt == null) {
            return Optional.empty();
        }
        boolean answered = journal.state() == JournalState.UNKNOWN;
        Duration wait = folders.of(journal.store()).requestTimeout();
        return Optional.of(sentAt.plus(answered ? wait : wait.plus(lease)));
    }
}
