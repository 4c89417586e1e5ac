package io.ledgerbridge.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.sagex3.templates.AnswerTemplate;
import io.ledgerbridge.sagex3.templates.StoreTemplates;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges Sage X3's api1 answers; what is in their entries the store's template reads. */
@Component
public class RestReplies {

    private static final String LIST = "$resources";

    private final StoreTemplates templates;

    RestReplies(StoreTemplates templates) {
        this.templates = templates;
    }

    /**
     * The entries in an answer, whatever it answers. What holds nothing but words about the call, such as
     * {@code $diagnoses}, is no entry.
     */
    private static List<JsonNode> answered(int status, @Nullable String body) {
        Optional<JsonNode> answer = ReplyClassifier.succeeded(status) ? X3Json.object(body) : Optional.empty();
        List<JsonNode> entries = new ArrayList<>();
        answer.filter(one -> one.has(LIST)).ifPresent(one -> one.path(LIST).forEach(entries::add));
        answer.filter(one -> !one.has(LIST)
                        && one.properties().stream()
                                .anyMatch(field -> !field.getKey().startsWith("$")))
                .ifPresent(entries::add);
        return entries;
    }

    /** What a reply to {@code $create} says. */
    CreateOutcome created(FolderSettings folder, Journal journal, int status, @Nullable String body) {
        List<JsonNode> answered = answered(status, body);
        return ReplyClassifier.created(
                status, body, answered.size(), template(journal).read(folder, answered));
    }

    /**
     * The keys of the entries that a look-up found, {@code ODGEN~2611SAL000001}, as they stand in a URL's path.
     *
     * @throws io.ledgerbridge.faults.Fault where the answer is none
     */
    public List<String> keys(FolderSettings folder, Journal journal, int status, @Nullable String body) {
        AnswerTemplate template = template(journal);
        String read = template.read(folder, answered(status, body));
        JsonNode resources = ReplyClassifier.answer(status, body).path(LIST);
        if (!resources.isArray()) {
            throw LookUpFaults.unread("the answer has no $resources: " + X3Words.ofReply(status, body));
        }
        return template.entries(journal, resources.size(), read).stream()
                .map(entry -> key(journal, entry))
                .toList();
    }

    /**
     * The entry that was asked for by its key.
     *
     * @throws io.ledgerbridge.faults.Fault where the answer is none
     */
    public FoundEntry entry(FolderSettings folder, Journal journal, int status, @Nullable String body) {
        AnswerTemplate template = template(journal);
        String read = template.read(folder, answered(status, body));
        ReplyClassifier.answer(status, body);
        return template.entries(journal, 1, read).get(0).found(folder.ledger());
    }

    private AnswerTemplate template(Journal journal) {
        return new AnswerTemplate(templates.of(journal.store()).template("rest-answer"));
    }

    /** The template's, or the usual one. In the URL nothing of it has a meaning; a quote in it is doubled. */
    private static String key(Journal journal, AnsweredEntry entry) {
        if (!X3Number.isKeepable(entry.number())) {
            throw X3Number.unusable(journal, entry.number());
        }
        String key = entry.key().isEmpty() ? journal.entry().entryType() + "~" + entry.number() : entry.key();
        if (!X3Number.isKeepable(key)) {
            throw LookUpFaults.unread("an entry's key reads '%s'".formatted(key));
        }
        return URLEncoder.encode(key.replace("'", "''"), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
