package io.ledgerbridge.routes;

import static org.mockito.Mockito.mock;

import io.ledgerbridge.health.MissedTurns;
import io.ledgerbridge.operations.ErrorsAreFailures;
import io.ledgerbridge.work.Faults;
import io.ledgerbridge.work.OrderScheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.spring.spi.ApplicationContextBeanRepository;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Files of routes/ as they are, run without the program: beans under the names that the routes use, real or stand-ins,
 * and stand-ins for the routes of other files.
 */
final class RouteRun implements AutoCloseable {

    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private final List<Resource> files = new CopyOnWriteArrayList<>();
    private final List<RouteBuilder> others = new CopyOnWriteArrayList<>();
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final DefaultCamelContext camel = new DefaultCamelContext(false);
    private Consumer<DefaultCamelContext> advice = context -> {};

    /** What arrived at a stand-in, as it was then. */
    record Arrival(String at, Object body, Map<String, Object> variables, Map<String, Object> headers) {}

    private RouteRun() {}

    /** The routes of these files, by their stems, and the failure policies. */
    static RouteRun of(String... stems) throws IOException {
        RouteRun run = new RouteRun().file("on-failure");
        for (String stem : stems) {
            run.file(stem);
        }
        return run;
    }

    private RouteRun file(String stem) throws IOException {
        return text(stem, Files.readString(RouteFile.FOLDER.resolve(stem + ".camel.yaml")));
    }

    /** A route file's text in place of a file. */
    RouteRun text(String stem, String yaml) {
        files.add(ResourceHelper.fromString(stem + ".camel.yaml", yaml));
        return this;
    }

    /** A bean, real or a stand-in. */
    RouteRun bean(String name, Object bean) {
        beans.getBeanFactory().registerSingleton(name, bean);
        return this;
    }

    /** The program's own beans of a package. */
    RouteRun beansOf(Class<?> anyOfThePackage) {
        beans.scan(anyOfThePackage.getPackageName());
        return this;
    }

    /** The program's own beans of these classes. */
    RouteRun beans(Class<?>... classes) {
        beans.register(classes);
        return this;
    }

    /** A stand-in for a route of another file, which notes what arrives, and then does something; it passes failures on. */
    RouteRun standIn(String id, Processor then) {
        return route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + id).routeId(id).errorHandler(noErrorHandler()).process(exchange -> {
                    arrivals.add(new Arrival(
                            id,
                            exchange.getMessage().getBody(Object.class),
                            Map.copyOf(exchange.getVariables()),
                            Map.copyOf(exchange.getMessage().getHeaders())));
                    then.process(exchange);
                });
            }
        });
    }

    RouteRun standIn(String id) {
        return standIn(id, exchange -> {});
    }

    /** A route of the test's own. */
    RouteRun route(RouteBuilder route) {
        others.add(route);
        return this;
    }

    /** Has a route take what is sent to {@code direct:} that name, where nothing else could reach it. */
    RouteRun enteredBy(String routeId, String direct) {
        advice = context -> {
            try {
                AdviceWith.adviceWith(context, routeId, false, route -> route.replaceFromWith("direct:" + direct));
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        };
        return this;
    }

    RouteRun start() throws Exception {
        standInFor("faults", Faults.class);
        standInFor("orderScheduler", OrderScheduler.class);
        standInFor("missedTurns", MissedTurns.class);
        beans.refresh();
        camel.getCamelContextExtension().setRegistry(new DefaultRegistry(new ApplicationContextBeanRepository(beans)));
        camel.getGlobalOptions().put("CamelLogDebugBodyStreams", "false");
        camel.getShutdownStrategy().setTimeout(1);
        camel.getCamelContextExtension().addInterceptStrategy(new ErrorsAreFailures());
        camel.build();
        PluginHelper.getRoutesLoader(camel).loadRoutes(files);
        for (RouteBuilder other : others) {
            camel.addRoutes(other);
        }
        advice.accept(camel);
        camel.start();
        return this;
    }

    /** The failure policies name these beans, whichever routes are run. */
    private void standInFor(String name, Class<?> type) {
        if (!beans.getBeanFactory().containsSingleton(name)) {
            bean(name, mock(type));
        }
    }

    /** Sends one exchange in, and gives it back as it came out, failed or not. */
    Exchange send(String direct, Consumer<Exchange> given) {
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            return template.request("direct:" + direct, given::accept);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What arrived at the stand-ins, in order. */
    List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    /** Where something arrived, in order. */
    List<String> visited() {
        return arrivals.stream().map(Arrival::at).toList();
    }

    @Override
    public void close() {
        camel.stop();
        beans.close();
    }
}
