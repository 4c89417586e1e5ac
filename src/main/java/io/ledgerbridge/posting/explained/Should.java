package io.ledgerbridge.posting.explained;

import io.ledgerbridge.ledger.Purpose;
import java.util.Map;
import java.util.TreeMap;

/** The figures of what the ledger should hold, worked out only where somebody asks. */
@FunctionalInterface
public interface Should {

    Should NOTHING = Map::of;

    /** By purpose; none of one that should hold nothing. */
    Map<Purpose, Reckoning> terms();

    default Should plus(Should more) {
        return () -> {
            Map<Purpose, Reckoning> all = new TreeMap<>(terms());
            more.terms()
                    .forEach((purpose, its) -> all.merge(
                            purpose, its, (one, other) -> one.with(one.terms().plus(other.terms()))));
            return all;
        };
    }
}
