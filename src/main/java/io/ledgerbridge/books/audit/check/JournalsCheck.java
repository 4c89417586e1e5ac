package io.ledgerbridge.books.audit.check;

import io.ledgerbridge.books.audit.covered.CoveredJournal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Compares the journals of an order with what its chain tells of them. */
final class JournalsCheck {

    private final String store;
    private final long order;
    private final Findings findings;
    private final Map<String, List<WrittenJournal>> open = new LinkedHashMap<>();
    private final List<CoveredJournal> strange = new ArrayList<>();

    JournalsCheck(String store, long order, ToldByChain told, Findings findings) {
        this.store = store;
        this.order = order;
        this.findings = findings;
        told.journals().forEach((reference, written) -> open.put(reference, new ArrayList<>(written)));
    }

    /** Looks at the next of its journals, by their ids. */
    void look(CoveredJournal rows) {
        List<WrittenJournal> under = open.getOrDefault(rows.reference(), new ArrayList<>());
        Optional<WrittenJournal> same =
                under.stream().filter(written -> written.isOf(rows)).findFirst();
        same.ifPresentOrElse(
                written -> {
                    under.remove(written);
                    compare(written, rows);
                },
                () -> strange.add(rows));
    }

    /** There is no further one. */
    void end() {
        strange.forEach(rows -> {
            List<WrittenJournal> under = open.getOrDefault(rows.reference(), List.of());
            boolean changed = !under.isEmpty();
            if (changed) {
                under.remove(0);
            }
            find(
                    rows.reference(),
                    changed
                            ? "the journal with the id %d, or one of its lines, isn't what was written"
                                    .formatted(rows.id())
                            : "the journal with the id %d was added: its order's chain doesn't tell of it"
                                    .formatted(rows.id()));
        });
        open.forEach((reference, under) ->
                under.forEach(written -> find(reference, "the journal is missing: its order's chain tells of it")));
    }

    private void compare(WrittenJournal written, CoveredJournal rows) {
        if (!written.state().equals(rows.state())) {
            find(
                    rows.reference(),
                    "the journal with the id %d is %s, and its order's chain says %s"
                            .formatted(rows.id(), rows.state(), written.state()));
        } else if (!Objects.equals(written.x3Number(), rows.x3Number())) {
            find(
                    rows.reference(),
                    "the journal with the id %d has the number %s of Sage X3's, and its order's chain says %s"
                            .formatted(rows.id(), rows.x3Number(), written.x3Number()));
        }
    }

    private void find(String reference, String says) {
        findings.add(Finding.ofJournal(store, order, reference, says));
    }
}
