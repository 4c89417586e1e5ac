package io.ledgerbridge.sagex3.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.faults.Side;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call asks for, by what of it is sent. */
class CallKindTest {

    @ParameterizedTest
    @CsvSource({
        "/stores/abc123/v2/orders/250?include=fees, ORDER",
        "/stores/abc123/v2/orders/250, ORDER",
        "/stores/abc123/v2/orders/250/products?page=2&limit=250, PRODUCTS",
        "/stores/abc123/v3/orders/250/payment_actions/refunds?limit=250, REFUNDS",
        "/stores/abc123/v2/orders?min_id=1&limit=250, LIST",
        "/stores/abc123/v3/orders/payment_actions/refunds?created:min=2026-11-01, LIST",
        "/stores/abc123/v3/hooks?page=1, HOOKS",
        "/stores/abc123/v3/hooks/7, HOOKS",
        "/stores/abc123/v3/channels, LIST"
    })
    void isToldByBigCommercesPath(String path, CallKind kind) {
        assertThat(CallKind.of(Side.BIGCOMMERCE, ClassicRequestBuilder.get(path).build()))
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api1/x3/erp/SEED/GACCENTRY?representation=GACCENTRY.$query&count=2, LOOK_UP",
        "GET, /api1/x3/erp/SEED/GACCENTRY('ODGEN~1')?representation=GACCENTRY.$details, DETAILS",
        "GET, /api1/x3/erp/SEED/GACCENTRY('ODGEN~1')?representation=GACCENTRY.%24details, DETAILS",
        "POST, /api1/x3/erp/SEED/GACCENTRY?representation=GACCENTRY.$create, CREATE"
    })
    void isToldByApi1sMethodAndRepresentation(String method, String path, CallKind kind) {
        assertThat(CallKind.of(
                        Side.SAGE_X3,
                        ClassicRequestBuilder.create(method).setPath(path).build()))
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"query, LOOK_UP", "read, DETAILS", "save, CREATE", "\"save\", CREATE"})
    void isToldBySoapsOperation(String operation, CallKind kind) {
        ClassicHttpRequest request = ClassicRequestBuilder.post("/soap-generic")
                .addHeader("SOAPAction", operation)
                .build();

        assertThat(CallKind.of(Side.SAGE_X3, request)).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\":\"mutation($data: X!) { a }\",\"variables\":{}}",
                "{ \"query\" : \"\\n  mutation Post { a }\"}",
                "{\"query\":\"# a query of the entry\\nmutation { a }\"}"
            })
    void takesAMutationForACreate(String body) {
        assertThat(CallKind.of(Side.SAGE_X3, graphql(body))).isEqualTo(CallKind.CREATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\":\"query($filter: String) { mutation { a } }\"}",
                "{\"query\":\"{ a }\",\"variables\":{\"text\":\"mutation\"}}",
                "{\"query\":\"# no mutation\\nquery { a }\"}",
                ""
            })
    void takesAnythingElseForALookUp(String body) {
        assertThat(CallKind.of(Side.SAGE_X3, graphql(body))).isEqualTo(CallKind.LOOK_UP);
    }

    /** A long comment before the first word costs no more than its length. */
    @Test
    void looksAtTheFirstBytesAlone() {
        String body = "{\"query\":\"" + "# a comment\\n".repeat(100_000) + "mutation { a }\"}";

        assertThat(CallKind.of(Side.SAGE_X3, graphql(body))).isEqualTo(CallKind.LOOK_UP);
    }

    private static ClassicHttpRequest graphql(String body) {
        return ClassicRequestBuilder.post("/xtrem/api")
                .addHeader("x-xtrem-endpoint", "SEED")
                .setEntity(new StringEntity(body, ContentType.APPLICATION_JSON))
                .build();
    }
}
