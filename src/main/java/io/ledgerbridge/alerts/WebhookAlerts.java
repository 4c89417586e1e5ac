package io.ledgerbridge.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.http.AnswerLimits;
import io.ledgerbridge.http.OneRequestClient;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** By a POST of JSON ({@code kind}, {@code at}, {@code text}, {@code detail}), sent once. */
@Component
class WebhookAlerts implements AlertWay {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final AlertSettings settings;
    private final Executor thread;
    private final ObjectMapper json;
    private final CloseableHttpClient client;

    WebhookAlerts(
            AlertSettings settings, ObjectMapper json, @Qualifier("webhookAlertsThread") Executor webhookAlertsThread) {
        this.settings = settings;
        this.thread = webhookAlertsThread;
        this.json = json;
        this.client = OneRequestClient.with("the webhook of ledger-bridge.alerts", LONGEST, AnswerLimits.DEFAULT);
    }

    @Override
    public Executor thread() {
        return thread;
    }

    @Override
    public boolean send(Alert alert) throws IOException {
        URI webhook = settings.webhook();
        if (webhook != null) {
            HttpPost post = new HttpPost(webhook);
            post.setEntity(new StringEntity(text(alert), ContentType.APPLICATION_JSON));
            int status = client.execute(post, answer -> {
                EntityUtils.consume(answer.getEntity());
                return answer.getCode();
            });
            if (status >= 300) {
                throw new IOException("the webhook of ledger-bridge.alerts answers with HTTP " + status);
            }
        }
        return webhook != null;
    }

    private String text(Alert alert) throws JsonProcessingException {
        return json.writeValueAsString(Map.of(
                "kind", alert.kind(), "at", alert.at().toString(), "text", alert.text(), "detail", alert.detail()));
    }

    @PreDestroy
    void close() {
        client.close(CloseMode.GRACEFUL);
    }
}
