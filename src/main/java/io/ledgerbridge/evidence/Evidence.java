package io.ledgerbridge.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Packs the evidence of orders: one order after the other, so that memory holds one at a time. */
@Component
public class Evidence {

    /** Of all files together, before they are packed; orders beyond that are named as left out. */
    static final long MOST_BYTES = 200_000_000;

    private final EvidenceRows rows;
    private final EvidenceEvents events;
    private final EvidenceAnchors anchors;
    private final Clock clock;

    Evidence(EvidenceRows rows, EvidenceEvents events, EvidenceAnchors anchors, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.anchors = anchors;
        this.clock = clock;
    }

    /** Whether an answer may still be written. */
    public interface Check {

        /**
         * Goes on as long as there is time.
         *
         * @throws IOException where whoever reads has taken too long
         */
        void check() throws IOException;
    }

    /**
     * Writes the ZIP.
     *
     * @throws IOException where whoever reads is gone, or takes too long
     */
    public void write(EvidenceRequest request, OutputStream out, Check check) throws IOException {
        EvidenceZip zip = new EvidenceZip(out);
        List<Map<String, @Nullable Object>> made = anchors.all();
        EvidencePack pack = new EvidencePack(zip, rows, events, made.size(), check);
        for (long order : request.orders()) {
            check.check();
            if (zip.bytes() < MOST_BYTES) {
                pack.add(request.store(), order);
            }
        }
        for (int anchor : pack.anchors()) {
            zip.stream("anchored/%d.txt".formatted(anchor), file -> anchors.write(anchor, file, check));
        }
        zip.addJson("anchors.json", made);
        finish(zip, request, pack.orders());
    }

    private void finish(EvidenceZip zip, EvidenceRequest request, List<Long> packed) throws IOException {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("store", request.store());
        about.put("madeAt", clock.instant().toString());
        about.put("madeBy", request.by());
        about.put("asked", request.asked());
        about.put("orders", packed);
        about.put(
                "leftOut",
                request.orders().stream()
                        .filter(order -> !packed.contains(order))
                        .toList());
        zip.addJson("mappings.json", rows.mappings(request.store()));
        zip.add("verify.py", script());
        zip.add("index.html", EvidencePage.index("Evidence of store " + request.store(), about, packed));
        about.put("files", zip.files());
        zip.manifest(about);
    }

    private static String script() throws IOException {
        try (InputStream script = new ClassPathResource("evidence/verify.py").getInputStream()) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
