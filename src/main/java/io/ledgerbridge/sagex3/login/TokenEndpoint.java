package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.faults.FailureWords;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.http.AnswerLimits;
import io.ledgerbridge.http.OneRequestClient;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks Sage's token endpoint, once a call: a refresh that was repeated would show a token that is dead. */
@Component
class TokenEndpoint {

    /** The longest that a request takes, from connecting to the last byte. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int LONGEST_ANSWER = 64 * 1024;

    private final CloseableHttpClient client =
            OneRequestClient.with("Sage's token endpoint", PATIENCE, new AnswerLimits(LONGEST_ANSWER));

    @PreDestroy
    void close() {
        client.close(CloseMode.GRACEFUL);
    }

    /**
     * Sends a token request.
     *
     * @throws Fault where there is no answer that says anything
     */
    TokenReply ask(GrantRequest request) {
        HttpPost post = new HttpPost(request.url());
        post.setHeader("Accept", "application/json");
        post.setEntity(request.entity());
        try {
            return client.execute(post, response -> {
                boolean granted = response.getCode() < 300;
                String body = body(response);
                return TokenReply.of(response.getCode(), granted ? body : request.withoutSecrets(body));
            });
        } catch (IOException lost) {
            throw Fault.passing("Sage's token endpoint gave no answer: " + FailureWords.of(lost), lost);
        }
    }

    private static @Nullable String body(ClassicHttpResponse response) throws IOException {
        try {
            HttpEntity entity = response.getEntity();
            return entity == null ? null : EntityUtils.toString(entity, StandardCharsets.UTF_8);
        } catch (ParseException unreadable) {
            throw new IOException(unreadable);
        }
    }
}
