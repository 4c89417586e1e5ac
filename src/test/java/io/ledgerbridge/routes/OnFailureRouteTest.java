package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.work.Faults;
import io.ledgerbridge.work.OrderScheduler;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/**
 * {@code on-failure.camel.yaml}: each policy, on a route that does nothing but fail. The answers to webhooks are tested with
 * the signatures, in {@link ReceiveWebhookRouteTest}.
 */
class OnFailureRouteTest {

    private final Fault fault = Fault.passing("down", null);

    private final Claim claim = Given.claim();
    private final Faults faults = mock(Faults.class);
    private final OrderScheduler scheduler = mock(OrderScheduler.class);

    @Test
    void handsTheClaimAndTheFailureToTheOnePlaceThatDecides() throws Exception {
        Exchange exchange = failing("on-failure");

        assertThat(exchange.getException()).isNull();
        verify(faults).handle(claim, fault);
        verifyNoMoreInteractions(faults);
        verify(scheduler, timeout(30_000)).done(any());
    }

    @Test
    void doesNotDecideTwiceWhereTheDecisionItselfFails() throws Exception {
        IllegalStateException noDatabase = new IllegalStateException("no database");
        doThrow(noDatabase).when(faults).handle(any(), any());

        Exchange exchange = failing("on-failure");

        assertThat(exchange.getException()).isSameAs(noDatabase);
        verify(faults).handle(claim, fault);
        verifyNoMoreInteractions(faults);
        verify(scheduler, timeout(30_000)).done(any());
    }

    @Test
    void passesAFailureOnAsItIs() throws Exception {
        Exchange exchange = failing("pass-on");

        assertThat(exchange.getException()).isSameAs(fault);
        verifyNoInteractions(faults, scheduler);
    }

    private Exchange failing(String policy) throws Exception {
        try (RouteRun run = RouteRun.of()
                .bean("faults", faults)
                .bean("orderScheduler", scheduler)
                .route(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:failing")
                                .routeId("failing")
                                .routeConfigurationId(policy)
                                .throwException(fault);
                    }
                })
                .start()) {
            return run.send("failing", in -> {
                in.setVariable("claim", claim);
                Given.inboundHeaders(in);
                in.getMessage().setBody("inbound");
            });
        }
    }
}
