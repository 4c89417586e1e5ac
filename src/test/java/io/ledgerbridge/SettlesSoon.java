package io.ledgerbridge;

import io.ledgerbridge.queue.DrainSettings;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.SettlingTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Has a program ask soon for a create whose reply was lost, though its time-outs are long: what a sandbox answers so it
 * has committed by then, or never does.
 */
final class SettlesSoon implements ApplicationListener<ApplicationContextInitializedEvent> {

    /** How soon; no setting of the program's. */
    static final String AFTER = "bench.settles-after";

    private static final Duration SOON = Duration.ofMillis(200);

    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent event) {
        ConfigurableApplicationContext program = event.getApplicationContext();
        program.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof SettlingTime ? shortened(program) : bean;
            }
        });
    }

    private static SettlingTime shortened(ConfigurableApplicationContext program) {
        Duration after = program.getEnvironment().getProperty(AFTER, Duration.class, SOON);
        Map<String, FolderSettings> folders = new HashMap<>();
        program.getBean(Folders.class).all().forEach((store, folder) -> folders.put(store, answering(folder, after)));
        return new SettlingTime(
                new Folders(folders), program.getBean(DrainSettings.class).lease());
    }

    private static FolderSettings answering(FolderSettings folder, Duration within) {
        return new FolderSettings(
                folder.api(),
                folder.url(),
                folder.endpoint(),
                folder.auth(),
                folder.concurrency(),
                within.compareTo(folder.requestTimeout()) < 0 ? within : folder.requestTimeout(),
                folder.lookUp(),
                folder.ledger(),
                folder.rest(),
                folder.graphql(),
                folder.soap(),
                folder.templates(),
                folder.negativeAmounts(),
                folder.header());
    }
}
