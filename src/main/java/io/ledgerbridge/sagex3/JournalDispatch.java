package io.ledgerbridge.sagex3;

import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.books.LateCommits;
import io.ledgerbridge.books.RestoredBooks;
import io.ledgerbridge.books.TakenReference;
import io.ledgerbridge.books.UnbookedEntries;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.database.Sha256;
import io.ledgerbridge.faults.FailureWords;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Fence;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.faults.Seconds;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.http.NotSentException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Decides what is next for a journal on its way into Sage X3, and writes down what is known of it. Sage X3 has no
 * idempotency key: what makes a journal arrive once is that its reference is looked for before each create.
 */
@Component
public class JournalDispatch {

    /** What is next for a journal. */
    public enum Step {
        /** Look its reference up. */
        LOOK_UP,
        /** Create it. */
        CREATE,
        /** Nothing: its fate is known and written down. */
        DONE
    }

    private static final Logger LOG = LoggerFactory.getLogger(JournalDispatch.class);

    private final Books books;
    private final SettlingTime settlingTime;
    private final Refusals refusals;
    private final LateCommits lateCommits;
    private final LateCommitCheck secondLook;
    private final RestoredBooks restoredBooks;
    private final UnbookedEntries unbooked;
    private final DatabaseClock clock;

    JournalDispatch(
            Books books,
            SettlingTime settlingTime,
            Refusals refusals,
            LateCommits lateCommits,
            LateCommitCheck secondLook,
            RestoredBooks restoredBooks,
            UnbookedEntries unbooked,
            DatabaseClock clock) {
        this.books = books;
        this.settlingTime = settlingTime;
        this.refusals = refusals;
        this.lateCommits = lateCommits;
        this.secondLook = secondLook;
        this.restoredBooks = restoredBooks;
        this.unbooked = unbooked;
        this.clock = clock;
    }

    /**
     * Whether a journal has to be looked up first.
     *
     * @throws Fault as long as Sage X3 could still be committing it
     */
    public Step begin(Journal journal, FolderSettings folder) {
        settlingTime.until(journal).filter(until -> clock.now().isBefore(until)).ifPresent(until -> {
            throw Fault.tooEarly(stillUncertain(journal, until), until);
        });
        if (journal.state() == JournalState.SENDING || journal.state() == JournalState.UNKNOWN) {
            lateCommits.watch(journal);
        }
        boolean skip = isNeverSent(journal)
                && !unbooked.isAsked(journal)
                && folder.lookUp() == LookUpPolicy.WHEN_UNCERTAIN
                && !lateCommits.isWatched(journal)
                && !restoredBooks.mustLookUp(journal);
        return skip ? Step.CREATE : Step.LOOK_UP;
    }

    private static boolean isNeverSent(Journal journal) {
        return journal.state() == JournalState.PLANNED && journal.attempts() == 0;
    }

    /**
     * What is next after a look-up.
     *
     * @param folder that was asked
     * @throws Fault where Sage X3 has something else under the reference, or has it twice, or where the journal was sent
     *     to another folder than the one that was asked
     */
    public Step found(Fence fence, Journal journal, FolderSettings folder, List<FoundEntry> found) {
        if (journal.state() == JournalState.POSTED || journal.state() == JournalState.WITHDRAWN) {
            secondLook.saw(fence, journal, folder, found);
            return Step.DONE;
        }
        if (unbooked.isAsked(journal)) {
            unbooked.saw(fence, journal, found.isEmpty() ? null : FoundEntry.traced(journal, found, null));
            return Step.DONE;
        }
        if (found.isEmpty()) {
            return lacking(fence, journal, folder.folder());
        }
        if (found.size() > 1) {
            throw secondLook.doubled(fence, journal, found);
        }
        FoundEntry entry = found.get(0);
        if (!X3Number.isKeepable(entry.number())) {
            throw X3Number.unusable(journal, entry.number());
        }
        Optional<String> difference = entry.differenceTo(journal);
        if (difference.isPresent()) {
            throw differs(fence, journal, folder, entry, difference.get());
        }
        if (isNeverSent(journal) && !lateCommits.isWatched(journal)) {
            restoredBooks.missed(journal, entry.number());
        }
        books.found(fence, journal, folder.folder(), entry.number(), entry.status());
        return Step.DONE;
    }

    /** Of what was never sent, newer books may have posted this and more: before anybody is told, that is looked up. */
    private Fault differs(Fence fence, Journal journal, FolderSettings folder, FoundEntry entry, String difference) {
        if (isNeverSent(journal)) {
            unbooked.begin(fence, journal, folder.folder(), FoundEntry.traced(journal, List.of(entry), difference));
            return Fault.plannedAnew("Sage X3 has %s as entry %s, but %s; looks up what else it has of the order"
                    .formatted(journal.reference(), entry.number(), difference));
        }
        return Fault.needsPerson(TakenReference.reason(journal.reference(), entry.number(), difference));
    }

    /**
     * What was refused, or set aside since, is planned anew; what may be in another folder is created in none. What was
     * answered with an error is refused, now that Sage X3 lacks it.
     */
    private Step lacking(Fence fence, Journal journal, String folder) {
        if (journal.state() == JournalState.REFUSED) {
            books.lacking(fence, journal, "looked for after the refusal, and not found");
            return Step.DONE;
        }
        if (journal.state() != JournalState.PLANNED && !journal.folder().equals(folder)) {
            throw Fault.needsPerson(sentElsewhere(journal, folder));
        }
        if (journal.state() != JournalState.PLANNED && books.isSetAside(journal)) {
            books.lacking(fence, journal, "looked for after a person set it aside, and not found");
            return Step.DONE;
        }
        Optional<String> refusal =
                journal.state() == JournalState.UNKNOWN ? books.refusalInDoubt(journal) : Optional.empty();
        if (refusal.isPresent()) {
            throw refused(fence, journal, refusal.get());
        }
        return Step.CREATE;
    }

    /**
     * Writes down that a create is about to be sent.
     *
     * @param folder to which it is sent, which may have another address than when the journal was planned
     * @param request what is sent
     */
    public Journal sending(Fence fence, Journal journal, FolderSettings folder, X3Request request) {
        Journal sending = books.sending(fence, journal, folder.folder(), Sha256.of(request.text()));
        restoredBooks.sent(sending);
        return sending;
    }

    /**
     * Writes down what a create's reply says.
     *
     * @throws Fault unless the journal is posted
     */
    public void replied(Fence fence, Journal journal, CreateOutcome reply) {
        if (reply instanceof CreateOutcome.Created created && isAnothers(created, journal)) {
            uncertain(
                    fence,
                    journal,
                    "the reply shows entry %s of %s".formatted(created.number(), created.reference()),
                    null);
        } else if (reply instanceof CreateOutcome.Created created) {
            books.posted(fence, journal, created.number(), created.status());
        } else if (reply instanceof CreateOutcome.Refused refused) {
            throw refused(fence, journal, refused.words());
        } else if (reply instanceof CreateOutcome.CredentialsRefused refused) {
            books.lacking(fence, journal, refused.words());
            throw Fault.credentials(Side.SAGE_X3, "Sage X3 refused the credentials: " + refused.words());
        } else if (reply instanceof CreateOutcome.NotSent notSent) {
            books.lacking(fence, journal, notSent.words());
            throw notSent.fault() != null
                    ? notSent.fault()
                    : Fault.passing("Sage X3 can't be reached: " + notSent.words(), null);
        } else {
            // an outcome that is added and not handled above fails here; its journal is sending still, and looked up
            CreateOutcome.Unknown unknown = (CreateOutcome.Unknown) reply;
            uncertain(fence, journal, unknown.words(), unknown.refusal());
        }
    }

    private Fault refused(Fence fence, Journal journal, String words) {
        Refusals.Refusal refusal = refusals.read(journal, words);
        books.refused(fence, journal, words, refusal.nextDate());
        return refusal.fault();
    }

    private static boolean isAnothers(CreateOutcome.Created created, Journal journal) {
        return !created.reference().isEmpty() && !created.reference().equals(journal.reference());
    }

    private void uncertain(Fence fence, Journal journal, String words, @Nullable String refusal) {
        Journal uncertain = books.unknown(fence, journal, words, refusal);
        Instant until = settlingTime.until(uncertain).orElseGet(clock::now);
        throw Fault.uncertain(stillUncertain(uncertain, until), until);
    }

    /** What a failure to get any reply means. Only where it is certain that nothing was sent may it be sent again. */
    public CreateOutcome failed(Exception failure) {
        String words = FailureWords.of(failure);
        if (failure instanceof Fault fault) {
            return new CreateOutcome.NotSent(fault.words(), fault);
        }
        if (FailureWords.isDefect(failure)) {
            LOG.error("A create failed in a way that nobody foresaw; its reference is looked up", failure);
        }
        return failure instanceof NotSentException
                ? new CreateOutcome.NotSent(words, null)
                : new CreateOutcome.Unknown(words);
    }

    private static String stillUncertain(Journal journal, Instant until) {
        String reply = journal.state() == JournalState.UNKNOWN ? journal.detail() : "no reply was read";
        return "What became of %s is not known (%s); Sage X3 is not asked before %s"
                .formatted(journal.reference(), reply, Seconds.of(until));
    }

    private static ParkReason sentElsewhere(Journal journal, String folder) {
        return new ParkReason(
                ParkCode.FOLDER_CHANGED,
                "%s was sent to %s, which may have it; the store now posts to %s, which does not"
                        .formatted(journal.reference(), journal.folder(), folder),
                "Look for the reference in the folder it was sent to. To have it settled there, point the store back to"
                        + " that folder and work the order again; to have it in the new one, enter it there under the same reference,"
                        + " then work the order again.");
    }
}
