package io.ledgerbridge.frontdoor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Closes connections that bring no request. Tomcat itself waits for the next byte of a request's head, however many there
 * have been, and takes no new connection where there are as many as there may be. So a head has its time, as a body has;
 * and where connections become many, those go that have been idle for longest.
 */
final class ConnectionWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionWatch.class);
    private static final Duration TURN = Duration.ofMillis(200);

    private final WatchedHttp http;
    private final Duration headTime;
    private final Clock clock;
    private final ScheduledExecutorService turns =
            Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("connection-watch-"));
    private Map<SocketWrapperBase<?>, Instant> heads = new HashMap<>();

    ConnectionWatch(WatchedHttp http, Duration headTime, Clock clock) {
        this.http = http;
        this.headTime = headTime;
        this.clock = clock;
    }

    void start() {
        Future<?> unused =
                turns.scheduleWithFixedDelay(this::turn, TURN.toMillis(), TURN.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        turns.shutdownNow();
    }

    private void turn() {
        try {
            look();
        } catch (Throwable unexpected) {
            LOG.warn("Connections that bring no request aren't closed in time: {}", unexpected.toString());
        }
    }

    private void look() {
        Map<SocketWrapperBase<?>, Instant> before = heads;
        heads = new HashMap<>();
        List<WaitingConnection> waiting = new ArrayList<>();
        var connections = http.connections();
        for (SocketWrapperBase<NioChannel> connection : connections) {
            WaitingConnection.ifNobodyWorksOn(connection, () -> note(connection, before, waiting));
        }
        int tooMany = connections.size() - http.getMaxConnections() * 3 / 4;
        waiting.stream()
                .sorted(Comparator.comparing(WaitingConnection::since))
                .limit(Math.max(0, tooMany))
                .forEach(WaitingConnection::close);
    }

    private void note(
            SocketWrapperBase<NioChannel> connection,
            Map<SocketWrapperBase<?>, Instant> before,
            List<WaitingConnection> waiting) {
        Instant now = clock.instant();
        if (connection.getCurrentProcessor() == null) {
            Instant last = connection instanceof NioSocketWrapper nio ? Instant.ofEpochMilli(nio.getLastRead()) : now;
            waiting.add(new WaitingConnection(connection, last));
        } else if (WaitingConnection.isWaiting(connection)) {
            Instant since = before.getOrDefault(connection, now);
            heads.put(connection, since);
            waiting.add(new WaitingConnection(connection, since));
            if (Duration.between(since, now).compareTo(headTime) > 0) {
                connection.close();
            }
        }
    }
}
