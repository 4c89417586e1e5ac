package io.ledgerbridge.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.books.Journal;
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

    private final AnswerTemplate template = new AnswerTemplate("rest-answer.jslt");

    /** The entries in an answer, whatever it answers, for the template to read. */
    public String entries(FolderSettings folder, int status, @Nullable String body) {
        return AnswerTemplate.input(folder, answered(status, body));
    }

    /** What holds nothing but words about the call, such as {@code $diagnoses}, is no entry. */
    private static List<JsonNode> answered(int status, @Nullable String body) {
        Optional<JsonNode> answer = Replies.succeeded(status) ? X3Json.object(body) : Optional.empty();
        List<JsonNode> entries = new ArrayList<>();
        answer.filter(one -> one.has(LIST)).ifPresent(one -> one.path(LIST).forEach(entries::add));
        answer.filter(one -> !one.has(LIST)
                        && one.properties().stream()
                                .anyMatch(field -> !field.getKey().startsWith("$")))
                .ifPresent(entries::add);
        return entries;
    }

    /**
     * What a reply to {@code $create} says.
     *
     * @param read what the template read of it
     */
    public CreateReply created(int status, @Nullable String body, String read) {
        return Replies.created(status, body, answered(status, body).size(), read);
    }

    /**
     * The keys of the entries that a look-up found, {@code ODGEN~2611SAL000001}, as they stand in a URL's path.
     *
     * @param read what the template read of them
     * @throws io.ledgerbridge.books.Fault where the answer is none
     */
    public List<String> keys(Journal journal, int status, @Nullable String body, String read) {
        JsonNode resources = Replies.answer(status, body).path(LIST);
        if (!resources.isArray()) {
            throw Replies.lookUpUnread("the answer has no $resources: " + X3Words.ofReply(status, body));
        }
        return template.entries(journal, resources.size(), read).stream()
                .map(entry -> key(journal, entry.number()))
                .toList();
    }

    /**
     * The entry that was asked for by its key.
     *
     * @param read what the template read of it
     * @throws io.ledgerbridge.books.Fault where the answer is none
     */
    public FoundEntry entry(Journal journal, int status, @Nullable String body, String read) {
        Replies.answer(status, body);
        return template.entries(journal, 1, read).get(0).found();
    }

    /** A number becomes part of a URL only where it is one. */
    private static String key(Journal journal, String number) {
        if (!X3Number.isKeepable(number)) {
            throw X3Number.unusable(journal, number);
        }
        if (!number.matches("[A-Za-z0-9_-]+")) {
            throw Replies.lookUpUnread("an entry's number reads '%s'".formatted(number));
        }
        return URLEncoder.encode(journal.entry().entryType() + "~" + number, StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
