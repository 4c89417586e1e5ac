package io.ledgerbridge.api.proof;

import io.ledgerbridge.api.requests.JsonRequestBody;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.readings.MappingPreview;
import io.ledgerbridge.readings.PreviewedDays;
import io.ledgerbridge.settings.TriedChannels;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What other accounts would have made of a past month. Nothing is written, and neither BigCommerce nor Sage X3 is asked. */
@RestController
public class MappingPreviewApi {

    /** So many orders take a few seconds. */
    static final int MOST_ORDERS = 2000;

    private static final String ALLOWED = """
            {"store":"…","month":"2026-10"}, or "from" and "to" of at most 31 days in place of the month, with what is to be \
            tried as "channels":{"1":{"accounts":{"revenue":"707000"}}}, and "after":250 for the orders behind one""";

    private final Rules rules;
    private final MappingPreview preview;

    MappingPreviewApi(Rules rules, MappingPreview preview) {
        this.rules = rules;
        this.preview = preview;
    }

    /** Without channels, those that are set today are tried. */
    @PostMapping("/api/mappings/preview")
    public MappingChangeView of(@RequestBody(required = false) @Nullable String body) {
        JsonRequestBody asked = JsonRequestBody.of(body, ALLOWED, "store", "month", "from", "to", "channels", "after");
        PostingRules today = rules.of(asked.oneOf("store", rules.all().keySet()));
        PreviewedDays days = AskedDays.of(asked);
        PostingRules tried = asked.has("channels") ? tried(today, asked.object("channels")) : today;
        // without their history: taken as if they had always been so
        PostingRules always = new PostingRules(tried.store(), tried.journal(), tried.channels());
        return MappingChangeView.of(days, preview.of(always, days, MOST_ORDERS));
    }

    /** Those that are not named stay as they are set. */
    private static PostingRules tried(PostingRules today, Map<String, Object> written) {
        TriedChannels tried = TriedChannels.of(written);
        if (!tried.faults().isEmpty()) {
            ProblemDetail problem =
                    ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.join("; ", tried.faults()));
            problem.setProperty("faults", tried.faults());
            throw new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
        }
        Map<String, Channel> channels = new TreeMap<>(today.channels());
        channels.putAll(tried.channels());
        return new PostingRules(today.store(), today.journal(), channels);
    }
}
