package io.ledgerbridge.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.books.Journal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads Sage X3's api1 answers. */
@Component
public class RestReplies {

    /** What a reply to {@code $create} says. */
    public CreateReply created(int status, @Nullable String body) {
        return Replies.created(status, body, reply -> reply.path("NUM"));
    }

    /**
     * The keys of the entries that a look-up found, such as {@code ODGEN~2611SAL000001}.
     *
     * @throws io.ledgerbridge.books.Fault where the answer is none
     */
    public List<String> keys(Journal journal, int status, @Nullable String body) {
        JsonNode resources = Replies.answer(status, body).path("$resources");
        if (!resources.isArray()) {
            throw Replies.lookUpRefused("the answer has no $resources: " + X3Words.ofReply(status, body));
        }
        List<String> keys = new ArrayList<>();
        for (JsonNode resource : resources) {
            keys.add(key(journal, resource.path("NUM").asText()));
        }
        return keys;
    }

    /**
     * The entry that was read.
     *
     * @throws io.ledgerbridge.books.Fault where the answer is none
     */
    public FoundEntry entry(FolderSettings folder, int status, @Nullable String body) {
        JsonNode entry = Replies.answer(status, body);
        List<FoundEntry.Line> lines = new ArrayList<>();
        for (JsonNode line : entry.path(folder.rest().lines())) {
            lines.add(new FoundEntry.Line(
                    line.path("ACC").asText(), line.path("SNS").asInt(), Replies.amount(line.path("AMTCUR"))));
        }
        return Replies.entry(
                entry.path("NUM").asText(),
                entry.path("ACCDAT").asText(),
                entry.path("CUR").asText(),
                lines);
    }

    /** A number becomes part of a URL only where it is one. */
    private static String key(Journal journal, String number) {
        if (!number.matches("[A-Za-z0-9_-]{1,40}")) {
            throw Replies.lookUpRefused("an entry's number reads '%s'".formatted(number));
        }
        return journal.entry().entryType() + "~" + number;
    }
}
