package io.ledgerbridge.books.audit.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.audit.covered.CoveredDecisions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values that the links of a chain tell of decisions, each by what it is, with the words beside the links. */
final class ToldValues {

    /** What people say of it: it stands beside the chain, until it is erased. */
    private static final List<String> SAID = List.of("document", "why", "refusedFor");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SaidWords words;
    private final Map<String, Map<String, String>> told = new LinkedHashMap<>();
    private final Set<String> ever = new HashSet<>();
    private final Map<Integer, List<Map<String, String>>> speaking = new HashMap<>();
    private final Map<Integer, String> faults = new TreeMap<>();

    ToldValues(SaidWords words) {
        this.words = words;
    }

    SaidWords words() {
        return words;
    }

    /** The words beside a link, once all links were looked at. */
    void said(int link, String words) {
        for (Map<String, String> values : speaking.getOrDefault(link, List.of())) {
            try {
                said(link, values, JSON.readTree(words));
            } catch (JsonProcessingException changed) {
                // their hash shows that
            }
        }
    }

    /** What was said before is erased. */
    void erased() {
        speaking.clear();
        told.values().forEach(values -> values.keySet().removeAll(SAID));
    }

    /** The values of each, by what it is. */
    Map<String, Map<String, String>> all() {
        return told;
    }

    @Nullable
    Map<String, String> find(String what) {
        return told.get(what);
    }

    void forget(String what) {
        told.remove(what);
    }

    /** Whether the chain ever told of it, though it may stand no more. */
    boolean wasTold(String what) {
        return ever.contains(what);
    }

    /** It is no decision of its own, but once told it is known. */
    void remember(String what) {
        ever.add(what);
    }

    /** What a link says that doesn't fit those before it. */
    Map<Integer, String> faults() {
        return faults;
    }

    void fault(AuditLink link, String says) {
        faults.put(link.link(), says);
    }

    void tell(String what, Map<String, String> values) {
        told.put(what, values);
        ever.add(what);
    }

    /** What people said stands beside a link, or in its detail where the link is older than that. */
    void speaks(AuditLink link, JsonNode detail, Map<String, String> values) {
        said(link.link(), values, detail);
        speaking.computeIfAbsent(link.link(), first -> new ArrayList<>()).add(values);
    }

    /** Whoever decides has the same words before them as whoever asked. */
    private void said(int link, Map<String, String> values, JsonNode said) {
        SAID.stream().filter(said::has).forEach(name -> {
            String text = said.path(name).asText();
            String before = values.put(name, text);
            if (before != null && !words.isSame(before, text) && !words.isSame(text, before)) {
                faults.put(link, "the %s that is said here is another than the one before".formatted(name));
            }
        });
    }

    /** Those of a link's detail that are there. */
    static Map<String, String> values(JsonNode detail, List<String> names) {
        Map<String, String> values = new LinkedHashMap<>();
        names.stream().filter(detail::has).forEach(name -> {
            String text = detail.path(name).asText();
            values.put(name, name.equals("amount") || name.equals("tax") ? CoveredDecisions.amount(text) : text);
        });
        return values;
    }
}
