package io.ledgerbridge.evidence;

import io.ledgerbridge.evidence.Evidence.Check;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The orders' folders of a ZIP, and which anchors hold those orders. */
final class EvidencePack {

    private final EvidenceZip zip;
    private final EvidenceRows rows;
    private final EvidenceEvents events;
    private final int newest;
    private final Check check;
    private final List<Long> orders = new ArrayList<>();
    private final SortedSet<Integer> anchors = new TreeSet<>();

    /** @param newest the last of the anchors that the ZIP holds */
    EvidencePack(EvidenceZip zip, EvidenceRows rows, EvidenceEvents events, int newest, Check check) {
        this.zip = zip;
        this.rows = rows;
        this.events = events;
        this.newest = newest;
        this.check = check;
    }

    void add(String store, long order) throws IOException {
        Map<String, List<Map<String, @Nullable Object>>> files = rows.ofOrder(store, order, newest);
        files.put("x3-answers", X3Answers.of(files.getOrDefault("chain", List.of())));
        String folder = "orders/%d/".formatted(order);
        for (Map.Entry<String, List<Map<String, @Nullable Object>>> file : files.entrySet()) {
            zip.addJson(folder + file.getKey() + ".json", file.getValue());
        }
        zip.stream(folder + "events.json", file -> files.put("events", events.write(store, order, file, check)));
        zip.add(folder + "index.html", EvidencePage.ofOrder("Order %d of store %s".formatted(order, store), files));
        holds(files.getOrDefault("anchored", List.of()));
        orders.add(order);
    }

    /** The last of them holds the most of the chain, and all that is before. */
    private void holds(List<Map<String, @Nullable Object>> anchored) {
        if (!anchored.isEmpty() && anchored.get(anchored.size() - 1).get("anchor") instanceof Number last) {
            anchors.add(last.intValue());
        }
    }

    /** Those that were packed. */
    List<Long> orders() {
        return orders;
    }

    /** Each order's last. */
    SortedSet<Integer> anchors() {
        return anchors;
    }
}
