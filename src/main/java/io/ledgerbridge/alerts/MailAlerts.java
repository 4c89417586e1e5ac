package io.ledgerbridge.alerts;

import java.util.concurrent.Executor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** By mail, one for all addresses; the sender is {@code spring.mail.properties.mail.smtp.from} or {@code spring.mail.username}. */
@Component
class MailAlerts implements AlertWay {

    private final AlertSettings settings;
    private final Executor thread;
    private final ObjectProvider<JavaMailSender> mail;

    MailAlerts(
            AlertSettings settings,
            ObjectProvider<JavaMailSender> mail,
            @Qualifier("mailAlertsThread") Executor mailAlertsThread) {
        this.settings = settings;
        this.thread = mailAlertsThread;
        this.mail = mail;
    }

    @Override
    public Executor thread() {
        return thread;
    }

    @Override
    public boolean send(Alert alert) {
        JavaMailSender sender = mail.getIfAvailable();
        if (sender != null && !settings.mail().isEmpty()) {
            SimpleMailMessage message = new SimpleMailMessage();
            message.setTo(settings.mail().toArray(String[]::new));
            message.setSubject("Ledger Bridge: " + alert.kind());
            message.setText(alert.text());
            sender.send(message);
            return true;
        }
        return false;
    }
}
