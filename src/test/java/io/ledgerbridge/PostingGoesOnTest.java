package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.queue.DrainSettings;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.aopalliance.intercept.MethodInterceptor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;

/** The whole program where its work throws errors, and where it stands still. */
@WholeProgram
class PostingGoesOnTest {

    private static final int ORDERS = 6;

    @Test
    void worksEveryOrderThoughEachWorkEndsInAnErrorFirst() {
        Set<Object> read = ConcurrentHashMap.newKeySet();
        MethodInterceptor failing = call -> {
            if (call.getMethod().getName().equals("begin") && read.add(call.getArguments()[1])) {
                throw new OutOfMemoryError("Java heap space");
            }
            return call.proceed();
        };
        try (Bench bench = Bench.listenedTo(
                Map.of("ledger-bridge.drain.workers", "2"), changing("orderReader", bean -> advised(bean, failing)))) {
            List<ShopOrder> orders = placed(bench, ORDERS);
            orders.forEach(order -> bench.await(order.id(), "posted"));
            assertThat(read).hasSize(ORDERS);
            assertThat(bench.entries()).hasSize(ORDERS);
        }
    }

    @Test
    void saysThatNothingMovesAndThenThatOnlyANewProcessHelps() throws Exception {
        UnaryOperator<Object> impatient = bean -> bean instanceof DrainSettings drain
                ? new DrainSettings(drain.interval(), drain.workers(), drain.lease(), 3, Duration.ofSeconds(1))
                : bean;
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        try (Bench bench = Bench.listenedTo(
                Map.of("ledger-bridge.drain.workers", "1", "ledger-bridge.stores.us.sage-x3.request-timeout", "60s"),
                changing("drainSettings", impatient))) {
            assertThat(health(bench, "/actuator/health")).isEqualTo(200);
            bench.x3().faults().decide(call -> Fault.none().after(goOn));
            List<ShopOrder> orders = placed(bench, 2);

            await(bench, "/actuator/health", 503);
            assertThat(bench.get("/actuator/health", "application/json").body())
                    .contains("\"posting\":{\"status\":\"DOWN\"", "\"due\":1", "claim 1 of order", "the work of none");
            await(bench, "/actuator/health/liveness", 503);
            assertThat(health(bench, "/actuator/health/readiness")).isEqualTo(200);

            goOn.complete(null);
            orders.forEach(order -> bench.await(order.id(), "posted"));
            await(bench, "/actuator/health/liveness", 200);
            await(bench, "/actuator/health", 200);
        }
    }

    private static List<ShopOrder> placed(Bench bench, int number) {
        List<ShopOrder> orders = new ArrayList<>();
        for (int order = 0; order < number; order++) {
            orders.add(bench.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1));
            bench.store().pay(orders.get(order).id());
        }
        bench.deliver();
        return orders;
    }

    private static void await(Bench bench, String path, int status) {
        Awaitility.await(path + " " + status).until(() -> health(bench, path) == status);
    }

    private static int health(Bench bench, String path) throws Exception {
        return bench.get(path, "application/json").statusCode();
    }

    private static Object advised(Object bean, MethodInterceptor advice) {
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(advice);
        return proxy.getProxy();
    }

    private static ApplicationListener<ApplicationContextInitializedEvent> changing(
            String bean, UnaryOperator<Object> change) {
        return event -> event.getApplicationContext().getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object found, String name) {
                return name.equals(bean) ? change.apply(found) : found;
            }
        });
    }
}
