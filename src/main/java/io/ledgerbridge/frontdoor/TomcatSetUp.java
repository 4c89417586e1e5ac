package io.ledgerbridge.frontdoor;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleListener;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Has Tomcat keep to the thread limits, and close connections that bring no request.
 *
 * @param headTime how long a request's head may take
 */
record TomcatSetUp(ThreadLimits places, Duration headTime, Clock clock)
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.setProtocol(WatchedHttp.class.getName());
        tomcat.addConnectorCustomizers(this::customize);
        tomcat.addContextCustomizers(context -> context.addLifecycleListener(alike(context)));
    }

    private void customize(Connector connector) {
        WatchedHttp http = (WatchedHttp) connector.getProtocolHandler();
        http.setMaxThreads(Math.max(http.getMaxThreads(), places.threads()));
        connector.addLifecycleListener(door(http));
        connector.addLifecycleListener(watch(new ConnectionWatch(http, headTime, clock)));
    }

    private LifecycleListener door(WatchedHttp http) {
        return event -> {
            if (Lifecycle.AFTER_INIT_EVENT.equals(event.getType())) {
                http.setAdapter(new Door(http.getAdapter(), places));
            }
        };
    }

    private static LifecycleListener watch(ConnectionWatch watch) {
        return event -> {
            if (Lifecycle.AFTER_START_EVENT.equals(event.getType())) {
                watch.start();
            } else if (Lifecycle.BEFORE_DESTROY_EVENT.equals(event.getType())) {
                watch.stop();
            }
        };
    }

    /** A request that had to wait for its body passes every filter that it would have passed at once. */
    private static LifecycleListener alike(Context context) {
        return event -> {
            if (Lifecycle.AFTER_START_EVENT.equals(event.getType())) {
                Arrays.stream(context.findFilterMaps()).forEach(filter -> filter.setDispatcher("ASYNC"));
            }
        };
    }
}
