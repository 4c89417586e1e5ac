package io.ledgerbridge.books.audit.check;

import java.util.ArrayList;
import java.util.List;

/** What a verification has found: how many things, and the first of them. */
public final class Findings {

    /** So many are kept. */
    private static final int MOST = 100;

    private final List<Finding> first = new ArrayList<>();
    private long count;
    private long checked;

    void add(Finding finding) {
        count++;
        if (first.size() < MOST) {
            first.add(finding);
        }
    }

    void looked() {
        checked++;
    }

    public List<Finding> first() {
        return List.copyOf(first);
    }

    public long count() {
        return count;
    }

    /** How many links were looked at. */
    public long checked() {
        return checked;
    }
}
