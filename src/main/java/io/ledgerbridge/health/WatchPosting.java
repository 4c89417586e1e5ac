package io.ledgerbridge.health;

import io.ledgerbridge.work.Watchdog;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Has the watchdog check, on a thread that nothing else is done on, and lets liveness fail where only a new process helps. */
@Component
class WatchPosting implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(WatchPosting.class);

    private final ScheduledThreadPoolExecutor thread;
    private final Watchdog watchdog;
    private final ApplicationContext program;
    private final ApplicationAvailability availability;

    WatchPosting(Watchdog watchdog, ApplicationContext program, ApplicationAvailability availability) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory("watchdog-");
        threads.setDaemon(true);
        this.thread = new ScheduledThreadPoolExecutor(1, threads);
        this.watchdog = watchdog;
        this.program = program;
        this.availability = availability;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        long millis = Math.max(1, watchdog.between().toMillis());
        thread.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Whatever a check throws, the next one comes. */
    void look() {
        try {
            watchdog.look();
            LivenessState state = watchdog.isBroken() ? LivenessState.BROKEN : LivenessState.CORRECT;
            if (availability.getLivenessState() != state) {
                AvailabilityChangeEvent.publish(program, state);
            }
        } catch (Throwable failed) {
            LOG.error("The watchdog's look failed", failed);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
