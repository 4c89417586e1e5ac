package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.parked.OrderPreview;
import io.ledgerbridge.posting.Plan;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.junit.jupiter.api.Test;

/** {@code preview-order.camel.yaml}. */
class PreviewOrderRouteTest {

    private final OrderPreview orderPreview = mock(OrderPreview.class);
    private final OrderPreview.Asked asked = new OrderPreview.Asked(Given.STORE, Given.ORDER);
    private final OrderReading reading = new OrderReading(mock(Order.class), List.of(), List.of());

    @Test
    void answersWhatWorkingTheOrderWouldComeTo() throws Exception {
        OrderPreview.Preview preview = new OrderPreview.Preview(Plan.hold(List.of(), "not paid"), List.of(), List.of());
        when(orderPreview.of(asked, reading)).thenReturn(preview);
        try (RouteRun run = running(exchange -> exchange.getMessage().setBody(reading))) {
            Exchange exchange = run.send("preview-order", in -> in.getMessage().setBody(asked));

            assertThat(exchange.getMessage().getBody()).isEqualTo(preview);
            assertThat(run.arrivals())
                    .singleElement()
                    .satisfies(arrival -> assertThat(arrival.variables()).containsEntry("claim", asked));
        }
        verify(orderPreview).of(asked, reading);
    }

    @Test
    void passesOnWhyTheOrderCanNotBeRead() throws Exception {
        Fault fault = Fault.passing("no answer", null);
        try (RouteRun run = running(exchange -> {
            throw fault;
        })) {
            assertThat(run.send("preview-order", in -> in.getMessage().setBody(asked))
                            .getException())
                    .isSameAs(fault);
        }
        verifyNoInteractions(orderPreview);
    }

    private RouteRun running(Processor readingOrder) throws Exception {
        return RouteRun.of("preview-order")
                .bean("orderPreview", orderPreview)
                .standIn("read-order", readingOrder)
                .start();
    }
}
