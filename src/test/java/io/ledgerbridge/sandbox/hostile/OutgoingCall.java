package io.ledgerbridge.sandbox.hostile;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every call that the program makes to BigCommerce and to Sage X3. */
public enum OutgoingCall {
    ORDER("read-order", get("/stores/[^/]+/v2/orders/\\d+\\?include=fees")),
    PRODUCTS("read-order", get("/stores/[^/]+/v2/orders/\\d+/products\\?page=.*")),
    REFUNDS("read-order", get("/stores/[^/]+/v3/orders/\\d+/payment_actions/refunds\\?page=.*")),
    TRANSACTIONS("read-order", get("/stores/[^/]+/v3/orders/\\d+/transactions\\?page=.*")),
    TAXES("read-order", get("/stores/[^/]+/v2/orders/\\d+/taxes\\?details=true&page=.*")),
    ADDRESSES("read-order", get("/stores/[^/]+/v2/orders/\\d+/shipping_addresses\\?page=.*")),
    SWEPT_ORDERS("sweep-orders-list", get("/stores/[^/]+/v2/orders\\?min_date_modified=.*")),
    SWEPT_REFUNDS("sweep-orders-list", get("/stores/[^/]+/v3/orders/payment_actions/refunds\\?created(:|%3A)min=.*")),
    BACKFILL("backfill-orders-page", get("/stores/[^/]+/v2/orders\\?min_date_created=.*")),
    HOOKS("register-hooks-list", get("/stores/[^/]+/v3/hooks(\\?.*)?")),
    HOOK_ADDED("register-hooks-change", asked("POST", "/stores/[^/]+/v3/hooks")),
    HOOK_MENDED("register-hooks-change", asked("PUT", "/stores/[^/]+/v3/hooks/\\d+")),
    PING_ORDERS("ping-store-read", get("/stores/[^/]+/v2/orders\\?limit=1")),
    PING_REFUNDS("ping-store-read", get("/stores/[^/]+/v3/orders/payment_actions/refunds\\?limit=1")),
    PING_REACH("ping-store-reach", get("/")),
    GRAPHQL_LOOK_UP(
            "call-x3-graphql",
            asked("POST", "/xtrem/api").and(asked -> asked.body().contains("\"query\":\"query"))),
    GRAPHQL_CREATE(
            "call-x3-graphql",
            asked("POST", "/xtrem/api").and(asked -> asked.body().contains("\"query\":\"mutation"))),
    REST_LOOK_UP("call-x3-rest", get("/api1/.*\\?representation=[^&]*\\$query&.*")),
    REST_DETAILS("call-x3-rest", get("/api1/.*\\?representation=[^&]*\\$details")),
    REST_CREATE("call-x3-rest", asked("POST", "/api1/.*\\?representation=[^&]*\\$create")),
    SOAP_LOOK_UP("call-x3-soap", soap("query")),
    SOAP_DETAILS("call-x3-soap", soap("read")),
    SOAP_CREATE("call-x3-soap", soap("save")),
    TOKEN("", asked("POST", "/v1/token"));

    private final String route;

    @SuppressWarnings("ImmutableEnumChecker") // it looks at what it is given and keeps nothing
    private final Predicate<Asked> its;

    OutgoingCall(String route, Predicate<Asked> its) {
        this.route = route;
        this.its = its;
    }

    /** The route that makes it; for a token request the empty text, since Java makes that. */
    public String route() {
        return route;
    }

    public boolean is(Asked asked) {
        return its.test(asked);
    }

    /** Those that a request is: one, unless something is missing here. */
    public static List<OutgoingCall> of(Asked asked) {
        return Stream.of(values()).filter(call -> call.is(asked)).toList();
    }

    private static Predicate<Asked> get(String target) {
        return asked("GET", target);
    }

    private static Predicate<Asked> soap(String operation) {
        return asked("POST", "/soap-generic/.*")
                .and(asked -> operation.equals(
                        asked.headers().getOrDefault("soapaction", "").replace("\"", "")));
    }

    private static Predicate<Asked> asked(String method, String target) {
        return asked -> asked.method().equals(method) && asked.target().matches(target);
    }
}
