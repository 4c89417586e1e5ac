package io.ledgerbridge.sagex3;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long Sage X3 could still be committing what was sent: {@code request-timeout} after its sender knew that no reply
 * would tell. Of one that its sender wrote nothing more about, a lease longer than that after it was about to be sent,
 * since the sender may have slept in between.
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
        boolean known = journal.state() == JournalState.UNKNOWN;
        Duration wait = folders.of(journal.store()).requestTimeout();
        return Optional.of(sentAt.plus(known ? wait : wait.plus(lease)));
    }
}
