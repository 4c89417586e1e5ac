package io.ledgerbridge.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.audit.KeyedHash;
import io.ledgerbridge.books.audit.TrailBroken;
import io.ledgerbridge.books.audit.anchors.Anchor;
import io.ledgerbridge.books.audit.anchors.AnchorMade;
import io.ledgerbridge.books.audit.anchors.AnchorTrouble;
import io.ledgerbridge.books.audit.check.Finding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

class AlertsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AnchorMade MADE = new AnchorMade(new Anchor(
            7,
            Instant.parse("2026-11-03T02:00:00Z"),
            3,
            41,
            305,
            "d".repeat(64),
            "e".repeat(64),
            "f".repeat(64),
            new KeyedHash("0123456789abcdef", "a".repeat(64))));

    private final List<JsonNode> posted = new ArrayList<>();
    private final JavaMailSender sender = mock(JavaMailSender.class);
    private HttpServer server;
    private Executor mailThread = Runnable::run;
    private int status = 200;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            posted.add(JSON.readTree(call.getRequestBody()));
            call.sendResponseHeaders(status, -1);
            call.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void tellsOfAnAnchorByPostAndByMail() {
        alerts(List.of("a@example.com", "b@example.com"), hook()).made(MADE);

        JsonNode told = posted.get(0);
        assertThat(told.path("kind").asText()).isEqualTo("anchor");
        assertThat(told.path("at").asText()).isEqualTo("2026-11-03T02:00:00Z");
        assertThat(told.path("text").asText()).contains("Anchor 7", "41 chains with 305 links", "f".repeat(64));
        assertThat(told.path("detail").path("keyedHash").asText()).isEqualTo("a".repeat(64));
        ArgumentCaptor<SimpleMailMessage> mail = ArgumentCaptor.forClass(SimpleMailMessage.class);
        verify(sender).send(mail.capture());
        assertThat(mail.getValue().getTo()).containsExactly("a@example.com", "b@example.com");
        assertThat(mail.getValue().getSubject()).isEqualTo("Ledger Bridge: anchor");
        assertThat(Objects.requireNonNull(mail.getValue().getText())).contains("Anchor 7", "a".repeat(64));
    }

    @Test
    void tellsOfATrailThatIsNotWhole() {
        Finding first = new Finding("us", 250, 3, null, null, null, "link 2 is missing before this one");
        alerts(List.of(), hook()).broken(new TrailBroken(4, first));
        assertThat(posted.get(0).path("kind").asText()).isEqualTo("audit-trail");
        assertThat(posted.get(0).path("text").asText())
                .contains("4 things", "link 2 is missing", "order 250 of store us");
    }

    @Test
    void tellsThatAnchorsDoNotGoAsTheyShould() {
        alerts(List.of(), hook()).trouble(new AnchorTrouble("no anchor was made"));
        assertThat(posted.get(0).path("kind").asText()).isEqualTo("audit-trail");
        assertThat(posted.get(0).path("text").asText()).isEqualTo("no anchor was made");
    }

    @Test
    void sendsNothingWhereNothingIsSet() {
        alerts(List.of(), null).made(MADE);
        assertThat(posted).isEmpty();
        verify(sender, never()).send(any(SimpleMailMessage.class));
    }

    /** A failure of one way keeps none of the others, and nobody else, from anything. */
    @Test
    void outlivesAServerThatRefuses() {
        doThrow(new MailSendException("no connection")).when(sender).send(any(SimpleMailMessage.class));
        status = 500;
        alerts(List.of("a@example.com"), hook()).made(MADE);
        assertThat(posted).as("it is sent once").hasSize(1);
        alerts(List.of(), URI.create("http://127.0.0.1:1/nobody")).made(MADE);
    }

    /** Mail and webhook have a thread each. */
    @Test
    void postsWhileMailHangs() {
        List<Runnable> hanging = new ArrayList<>();
        mailThread = hanging::add;
        alerts(List.of("a@example.com"), hook()).made(MADE);
        assertThat(hanging).hasSize(1);
        assertThat(posted).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp", "smtps"})
    void givesAMailServerTenSecondsUnlessSettingsSayOtherwise(String protocol) {
        String timeouts = "spring.mail.properties.mail." + protocol;
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources().addFirst(new MapPropertySource("test", Map.of(timeouts + ".timeout", "3000")));
        ConfigDataEnvironmentPostProcessor.applyTo(settings);
        assertThat(settings.getProperty(timeouts + ".connectiontimeout")).isEqualTo("10000");
        assertThat(settings.getProperty(timeouts + ".writetimeout")).isEqualTo("10000");
        assertThat(settings.getProperty(timeouts + ".timeout")).isEqualTo("3000");
    }

    @Test
    void logsWhatIsLostOnce() {
        doThrow(new MailSendException("no connection")).when(sender).send(any(SimpleMailMessage.class));
        Logger log = (Logger) LoggerFactory.getLogger(Alerts.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        alerts(List.of("a@example.com"), hook()).made(MADE);
        log.detachAppender(lines);
        assertThat(lines.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("no connection", "Anchor 7", "f".repeat(64));
    }

    @Test
    void logsWhatIsNotSentYetWhenTheProgramStops() {
        List<Runnable> hanging = new ArrayList<>();
        mailThread = hanging::add;
        Alerts alerts = alerts(List.of("a@example.com"), null);
        alerts.noticed(new Notice("parked", Instant.EPOCH, "An order needs you", Map.of(), () -> {}));
        Logger log = (Logger) LoggerFactory.getLogger(Alerts.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        alerts.stop();
        hanging.get(0).run();
        alerts.stop();
        log.detachAppender(lines);
        assertThat(lines.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("the program stops", "An order needs you");
    }

    /** What no way has taken, or is set up for, counts as told to nobody. */
    @Test
    void saysThatANoticeIsTakenOnceAWayHasTakenIt() {
        List<String> taken = new ArrayList<>();
        doThrow(new MailSendException("no connection")).when(sender).send(any(SimpleMailMessage.class));
        alerts(List.of("a@example.com"), null).noticed(notice("mail", taken));
        alerts(List.of(), null).noticed(notice("none", taken));
        assertThat(taken).isEmpty();
        alerts(List.of("a@example.com"), hook()).noticed(notice("either", taken));
        assertThat(taken).containsExactly("either");
        List<Runnable> hanging = new ArrayList<>();
        mailThread = hanging::add;
        alerts(List.of("a@example.com"), null).noticed(notice("later", taken));
        assertThat(taken).doesNotContain("later");
    }

    private static Notice notice(String text, List<String> taken) {
        return new Notice("parked", Instant.EPOCH, text, Map.of(), () -> taken.add(text));
    }

    @Test
    void waitsForNobodyWhereTooManyWait() {
        Alerts full = new Alerts(
                List.of(new WebhookAlerts(new AlertSettings(List.of(), hook()), JSON, task -> {
                    throw new RejectedExecutionException("full");
                })),
                new TestClock("2026-11-03T12:00:00Z"));
        full.made(MADE);
        assertThat(posted).isEmpty();
    }

    private URI hook() {
        return URI.create("http://127.0.0.1:%d/hook?key=secret"
                .formatted(server.getAddress().getPort()));
    }

    @SuppressWarnings("unchecked")
    private Alerts alerts(List<String> mail, @Nullable URI webhook) {
        AlertSettings settings = new AlertSettings(mail, webhook);
        ObjectProvider<JavaMailSender> senders = mock(ObjectProvider.class);
        when(senders.getIfAvailable()).thenReturn(sender);
        return new Alerts(
                List.of(
                        new MailAlerts(settings, senders, mailThread),
                        new WebhookAlerts(settings, JSON, Runnable::run)),
                new TestClock("2026-11-03T12:00:00Z"));
    }
}
