package io.ledgerbridge.sagex3;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.faults.Fault;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows refusals of Sage X3 from which something of their own follows; any other needs a person. */
public interface Refusals {

    /**
     * What follows from one.
     *
     * @param nextDate on which the journal may be tried next, where its date was refused
     */
    record Refusal(Fault fault, @Nullable LocalDate nextDate) {}

    /** What follows from a refusal in these words; nothing where it is any other. */
    Optional<Refusal> read(Journal journal, String words);
}
