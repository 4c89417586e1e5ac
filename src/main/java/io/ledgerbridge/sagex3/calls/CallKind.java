package io.ledgerbridge.sagex3.calls;

import io.ledgerbridge.faults.Side;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;

/** What a call asks for, as the metrics say it: it is told by its method, its path and its first bytes. */
enum CallKind {
    ORDER(Side.BIGCOMMERCE, "order"),
    PRODUCTS(Side.BIGCOMMERCE, "products"),
    REFUNDS(Side.BIGCOMMERCE, "refunds"),
    LIST(Side.BIGCOMMERCE, "list"),
    HOOKS(Side.BIGCOMMERCE, "hooks"),
    LOOK_UP(Side.SAGE_X3, "look-up"),
    DETAILS(Side.SAGE_X3, "details"),
    CREATE(Side.SAGE_X3, "create"),
    TOKEN(Side.SAGE_X3, "token");

    private static final Pattern ONE_ORDERS_PRODUCTS = Pattern.compile(".*/orders/\\d+/products(\\?.*)?");
    private static final Pattern ONE_ORDERS_REFUNDS = Pattern.compile(".*/orders/\\d+/payment_actions/refunds(\\?.*)?");
    private static final Pattern ONE_ORDER = Pattern.compile(".*/orders/\\d+(\\?.*)?");

    private final Side side;
    private final String label;

    CallKind(Side side, String label) {
        this.side = side;
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The timer's name. */
    String metric() {
        return side == Side.BIGCOMMERCE ? "ledger.bridge.bigcommerce.calls" : "ledger.bridge.x3.calls";
    }

    static CallKind of(Side side, ClassicHttpRequest request) {
        String path = String.valueOf(request.getPath());
        return side == Side.BIGCOMMERCE ? shop(path) : x3(path, request);
    }

    private static CallKind shop(String path) {
        if (path.contains("/hooks")) {
            return HOOKS;
        }
        if (ONE_ORDERS_PRODUCTS.matcher(path).matches()) {
            return PRODUCTS;
        }
        if (ONE_ORDERS_REFUNDS.matcher(path).matches()) {
            return REFUNDS;
        }
        return ONE_ORDER.matcher(path).matches() ? ORDER : LIST;
    }

    private static CallKind x3(String path, ClassicHttpRequest request) {
        Header operation = request.getFirstHeader("SOAPAction");
        if (operation != null) {
            return soap(operation.getValue().replace("\"", "").toLowerCase(Locale.ROOT));
        }
        if (request.getFirstHeader("x-xtrem-endpoint") != null) {
            return GraphqlOperation.isMutation(request.getEntity()) ? CREATE : LOOK_UP;
        }
        if (!"GET".equals(request.getMethod())) {
            return CREATE;
        }
        return path.contains("$details") || path.contains("%24details") ? DETAILS : LOOK_UP;
    }

    private static CallKind soap(String operation) {
        return switch (operation) {
            case "save" -> CREATE;
            case "read" -> DETAILS;
            default -> LOOK_UP;
        };
    }
}
