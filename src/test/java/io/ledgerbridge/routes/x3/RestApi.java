package io.ledgerbridge.routes.x3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** api1 with a class GACCENTRY, as a customer adds one: {@code $create}, {@code $query} and {@code $details}. */
final class RestApi {

    private static final Pattern CONDITION = Pattern.compile("\\s*(\\w+) (eq|ne) '([^']*)'\\s*");
    private static final Map<String, Function<PostedEntry, String>> PROPERTIES = Map.of(
            "TYP", PostedEntry::type,
            "NUM", PostedEntry::number,
            "FCY", PostedEntry::site,
            "JOU", PostedEntry::journal,
            "BPRVCR", PostedEntry::reference,
            "CUR", PostedEntry::currency);

    private final Ledger ledger;

    RestApi(Ledger ledger) {
        this.ledger = ledger;
    }

    Answer create(String folder, String body) {
        Ledger.Outcome outcome;
        try {
            outcome = ledger.post(entry(folder, Json.read(body)));
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            return Answer.json(400, diagnoses(List.of(String.valueOf(unreadable.getMessage()))));
        }
        PostedEntry posted = outcome.posted();
        if (posted == null) {
            return Answer.json(200, diagnoses(outcome.refusals()));
        }
        Answer answer = Answer.json(201, Json.write(shown(posted)));
        String location = "GACCENTRY('%s~%s')".formatted(posted.type(), posted.number());
        return new Answer(201, answer.contentType(), answer.body(), Map.of("Location", location));
    }

    Answer query(String folder, String where, int count) {
        List<Predicate<PostedEntry>> conditions = new ArrayList<>();
        String bare = where.replaceAll("^\\((.*)\\)$", "$1");
        for (String condition : bare.split(" and ", -1)) {
            Matcher matcher = CONDITION.matcher(condition);
            if (!matcher.matches() || !PROPERTIES.containsKey(matcher.group(1))) {
                return Answer.json(
                        500, Json.write(Map.of("$severity", "error", "$message", "Unknown property in " + condition)));
            }
            Function<PostedEntry, String> property = PROPERTIES.get(matcher.group(1));
            boolean equal = matcher.group(2).equals("eq");
            String value = matcher.group(3);
            conditions.add(entry -> property.apply(entry).equals(value) == equal);
        }
        List<Map<String, Object>> found = ledger.entries(folder).stream()
                .filter(entry -> conditions.stream().allMatch(condition -> condition.test(entry)))
                .limit(count)
                .map(RestApi::head)
                .toList();
        return Answer.json(200, Json.write(Map.of("$itemsPerPage", count, "$resources", found, "$links", Map.of())));
    }

    Answer details(String folder, String key) {
        Optional<PostedEntry> found = ledger.entries(folder).stream()
                .filter(entry -> key.equals(entry.type() + "~" + entry.number()))
                .findFirst();
        return Answer.json(
                200,
                found.map(entry -> Json.write(shown(entry)))
                        .orElseGet(() -> diagnoses(List.of("721 : Record does not exist"))));
    }

    static String diagnoses(List<String> words) {
        return Json.write(Map.of(
                "$diagnoses",
                words.stream()
                        .map(word -> Map.of("$severity", "error", "$message", word))
                        .toList()));
    }

    private static PostedEntry entry(String folder, JsonNode body) {
        List<PostedEntry.Line> lines = new ArrayList<>();
        for (JsonNode line : body.path("LINES")) {
            Map<String, String> dimensions = new TreeMap<>();
            line.properties().forEach(field -> {
                if (field.getKey().matches("CCE[1-9]")) {
                    dimensions.put(field.getKey(), field.getValue().asText());
                }
            });
            if (!line.path("AMTCUR").isNumber()) {
                throw new IllegalArgumentException("AMTCUR: not a number");
            }
            lines.add(new PostedEntry.Line(
                    line.path("ACC").asText(),
                    line.hasNonNull("BPR") ? line.path("BPR").asText() : null,
                    line.path("SNS").asInt(),
                    line.path("AMTCUR").decimalValue(),
                    line.path("DES").asText(),
                    dimensions));
        }
        return new PostedEntry(
                folder,
                body.path("TYP").asText(),
                "",
                body.path("FCY").asText(),
                body.path("JOU").asText(),
                LocalDate.parse(body.path("ACCDAT").asText()),
                body.path("CUR").asText(),
                body.path("BPRVCR").asText(),
                body.path("DESVCR").asText(),
                lines);
    }

    private static Map<String, Object> head(PostedEntry entry) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("TYP", entry.type());
        shown.put("NUM", entry.number());
        shown.put("FCY", entry.site());
        shown.put("JOU", entry.journal());
        shown.put("ACCDAT", entry.date().toString());
        shown.put("CUR", entry.currency());
        shown.put("BPRVCR", entry.reference());
        shown.put("DESVCR", entry.description());
        return shown;
    }

    private static Map<String, Object> shown(PostedEntry entry) {
        Map<String, Object> shown = head(entry);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (PostedEntry.Line line : entry.lines()) {
            Map<String, Object> of = new LinkedHashMap<>();
            of.put("ACC", line.account());
            of.put("BPR", line.businessPartner() == null ? "" : line.businessPartner());
            of.put("SNS", line.sign());
            of.put("AMTCUR", new BigDecimal(line.amount().toPlainString()));
            of.put("DES", line.description());
            of.putAll(line.dimensions());
            lines.add(of);
        }
        shown.put("LINES", lines);
        return shown;
    }
}
