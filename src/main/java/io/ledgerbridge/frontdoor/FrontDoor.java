package io.ledgerbridge.frontdoor;

import io.ledgerbridge.settings.LedgerBridgeSettings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.EnumSet;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpEngine;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** What every request passes before any part of the program sees it. */
@Configuration(proxyBeanMethods = false)
class FrontDoor {

    @Bean
    ThreadLimits places(LedgerBridgeSettings settings) {
        return new ThreadLimits(settings.frontDoor());
    }

    @Bean
    IncomingBodies comingBodies(LedgerBridgeSettings settings) {
        return new IncomingBodies(
                settings.frontDoor().bodies(), settings.frontDoor().bodyTime());
    }

    @Bean
    FilterRegistrationBean<OddRequests> oddRequests() {
        return filter(new OddRequests(), 0, EnumSet.of(DispatcherType.REQUEST));
    }

    @Bean
    FilterRegistrationBean<BodyGate> bodyGate(IncomingBodies coming) {
        return filter(new BodyGate(coming), 1, EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
    }

    @Bean
    FilterRegistrationBean<Bulkhead> bulkhead(ThreadLimits places) {
        return filter(new Bulkhead(places), 2, EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
    }

    private static <F extends Filter> FilterRegistrationBean<F> filter(
            F filter, int place, EnumSet<DispatcherType> on) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        registration.setDispatcherTypes(on);
        return registration;
    }

    /** A delivery is worked on by the thread that it came in by, of which there are enough; not by one of a few for all. */
    @Bean("platform-http-engine")
    PlatformHttpEngine webhooks(Environment environment) {
        return new SpringBootPlatformHttpEngine(
                environment.getProperty("server.port", Integer.class, 8080), Runnable::run);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> door(
            ThreadLimits places, LedgerBridgeSettings settings, Clock clock) {
        return new TomcatSetUp(places, settings.frontDoor().bodyTime(), clock);
    }
}
