package io.ledgerbridge.sagex3;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.faults.Fault;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Knows what follows from refusals of Sage X3. */
public interface Refusals {

    /**
     * What follows from one.
     *
     * @param nextDate on which the journal may be tried next, where its date was refused
     */
    record Refusal(Fault fault, @Nullable LocalDate nextDate) {}

    /** What follows from a refusal in these words. */
    Refusal read(Journal journal, String words);
}
