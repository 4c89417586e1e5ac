package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.bigcommerce.Delivery;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.bigcommerce.WebhookEvents;
import io.ledgerbridge.bigcommerce.reading.MoreParts;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.BackOff;
import io.ledgerbridge.hooks.HookSettings;
import io.ledgerbridge.intake.Inbox;
import io.ledgerbridge.logging.KnownSecrets;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.sandbox.bigcommerce.Signature;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** {@code receive-webhook.camel.yaml}, with the real signatures and a transaction manager that notes what it does. */
class ReceiveWebhookRouteTest {

    private static final String EVENT = "{\"producer\":\"stores/abc123\",\"scope\":\"store/order/created\","
            + "\"created_at\":1793458800,\"data\":{\"type\":\"order\",\"id\":250}}";

    private final List<String> steps = new ArrayList<>();
    private final Inbox inbox = mock(Inbox.class);
    private final Transactions transactions = new Transactions();
    private final Keys keys = new Keys();
    private RouteRun run;

    ReceiveWebhookRouteTest() throws Exception {
        run = RouteRun.of("receive-webhook")
                .beansOf(WebhookEvents.class)
                .bean("shops", new Shops(Map.of(Given.STORE, Given.shop("http://shop.invalid"))))
                .bean("clock", Clock.systemUTC())
                .bean("databaseClock", (DatabaseClock) Clock.systemUTC()::instant)
                .bean("objectMapper", new ObjectMapper())
                .bean("words", new Words(new KnownSecrets()))
                .bean("meterRegistry", new SimpleMeterRegistry())
                .bean("jdbcClient", mock(JdbcClient.class))
                .bean("hookSettings", new HookSettings(false, Duration.ofMinutes(15), null))
                .bean("backOff", (BackOff) failures -> Duration.ofSeconds(30))
                .bean("moreParts", (MoreParts) (store, channel) -> Set.of())
                .bean("inbox", inbox)
                .bean("deliveryKeys", keys)
                .bean("transactionManager", transactions)
                .enteredBy("receive-webhook", "delivery");
    }

    @BeforeEach
    void start() throws Exception {
        doAnswer(call -> steps.add(TransactionSynchronizationManager.isActualTransactionActive() ? "store" : "loose"))
                .when(inbox)
                .store(any());
        run = run.start();
    }

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void answers200OnceTheEventAndItsKeyAreCommittedTogether() {
        Exchange exchange = deliver(Given.STORE, EVENT, signed(EVENT));

        assertAnswer(exchange, 200);
        assertThat(steps).containsExactly("begin", "key", "store", "commit");
        verify(inbox).store(argThat(ReceiveWebhookRouteTest::isTheDelivery));
        verifyNoMoreInteractions(inbox);
    }

    @Test
    void keepsNoSecondEventOfTheSameBytes() {
        deliver(Given.STORE, EVENT, signed(EVENT));
        steps.clear();

        assertAnswer(deliver(Given.STORE, EVENT, signed(EVENT)), 200);

        assertThat(steps).containsExactly("begin", "key", "commit");
        verify(inbox).store(any());
        verify(inbox).seenAgain(argThat(ReceiveWebhookRouteTest::isTheDelivery));
        verifyNoMoreInteractions(inbox);
    }

    @Test
    void keepsWhatIsSignedButNoEventOfAnOrder() {
        assertAnswer(deliver(Given.STORE, "not JSON", signed("not JSON")), 200);

        verify(inbox).store(any());
    }

    @Test
    void answers401ToAForgedDeliveryAndKeepsNothing() {
        assertAnswer(deliver(Given.STORE, EVENT, signed(EVENT + " ")), 401);
        assertAnswer(deliver(Given.STORE, EVENT, Map.of()), 401);
        assertAnswer(deliver(Given.STORE, EVENT, Map.of("X-BC-Signature", "cut")), 401);

        assertThat(steps).isEmpty();
        verifyNoInteractions(inbox);
    }

    @Test
    void answers404ForAStoreThatIsNotSetUp() {
        assertAnswer(deliver("nowhere", EVENT, signed(EVENT)), 404);

        assertThat(steps).isEmpty();
        verifyNoInteractions(inbox);
    }

    @Test
    void answers503AndTakesTheKeyBackWhereTheEventCanNotBeKept() {
        doThrow(new IllegalStateException("no database")).when(inbox).store(any());

        assertAnswer(deliver(Given.STORE, EVENT, signed(EVENT)), 503);

        assertThat(steps).containsExactly("begin", "key", "rollback");
    }

    @Test
    void answers503WhereTheCommitFails() {
        transactions.commitFails = true;

        assertAnswer(deliver(Given.STORE, EVENT, signed(EVENT)), 503);

        assertThat(steps).containsExactly("begin", "key", "store", "commit");
    }

    @Test
    void answers503WhereThereIsNoDatabase() {
        transactions.beginFails = true;

        assertAnswer(deliver(Given.STORE, EVENT, signed(EVENT)), 503);

        verifyNoInteractions(inbox);
    }

    @Test
    void answers503WhereTheBodyCanNotBeReadToItsEnd() {
        Exchange exchange = run.send("delivery", in -> {
            in.getMessage().setHeader("store", Given.STORE);
            signed(EVENT).forEach(in.getMessage()::setHeader);
            in.getMessage().setBody(new SequenceInputStream(InputStream.nullInputStream(), closed()));
        });

        assertAnswer(exchange, 503);
        verifyNoInteractions(inbox);
    }

    private static InputStream closed() {
        InputStream closed = InputStream.nullInputStream();
        try {
            closed.close();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return closed;
    }

    private Exchange deliver(String store, String body, Map<String, String> signature) {
        return run.send("delivery", in -> {
            Given.inboundHeaders(in);
            in.getMessage().setHeader("store", store);
            signature.forEach(in.getMessage()::setHeader);
            in.getMessage().setBody(body.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static Map<String, String> signed(String body) {
        return Signature.X_BC_SIGNATURE_BASE64.headers(Given.SECRET, "id", 0, body);
    }

    private static boolean isTheDelivery(Delivery delivery) {
        return delivery.store().equals(Given.STORE)
                && new String(delivery.body(), StandardCharsets.UTF_8).equals(EVENT);
    }

    private static void assertAnswer(Exchange exchange, int status) {
        Message answer = exchange.getMessage();
        assertThat(exchange.isFailed()).isFalse();
        assertThat(answer.getHeaders()).containsOnlyKeys("CamelHttpResponseCode");
        assertThat(answer.getHeader("CamelHttpResponseCode", Integer.class)).isEqualTo(status);
        assertThat(answer.getBody(String.class)).isEmpty();
    }

    /** Keys that are there for good once they are added: what a rollback does to them is the transaction's part. */
    private final class Keys extends MemoryIdempotentRepository {

        @Override
        public boolean add(String key) {
            steps.add(TransactionSynchronizationManager.isActualTransactionActive() ? "key" : "loose");
            return super.add(key);
        }

        @Override
        public boolean remove(String key) {
            steps.add("key removed");
            return super.remove(key);
        }
    }

    private final class Transactions extends AbstractPlatformTransactionManager {

        private static final long serialVersionUID = 1L;

        private boolean beginFails;
        private boolean commitFails;

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            if (beginFails) {
                throw new TransactionSystemException("no database");
            }
            steps.add("begin");
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            steps.add("commit");
            if (commitFails) {
                throw new TransactionSystemException("the connection is gone");
            }
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            steps.add("rollback");
        }
    }
}
