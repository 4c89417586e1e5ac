package io.ledgerbridge.sandbox.bigcommerce;

import io.ledgerbridge.sandbox.bigcommerce.Token.Permission;
import io.ledgerbridge.sandbox.http.Reply;
import io.ledgerbridge.sandbox.http.Request;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets a call in (store, token, quota, permission) and finds who answers it. */
final class Gate {

    private static final Pattern PATH = Pattern.compile("/stores/([^/]+)(/v[23]/.*?)(?:\\.json)?/?");
    private static final Pattern NUMBER = Pattern.compile("/(\\d+)");

    private final Map<String, Store> stores;

    Gate(Map<String, Store> stores) {
        this.stores = stores;
    }

    Reply answer(Request request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            return Reply.html(404, "<html><body><h1>Not found</h1></body></html>");
        }
        Optional<Store> store = Optional.ofNullable(stores.get(path.group(1)));
        Optional<Token> token = store.flatMap(found -> found.token(request.header("x-auth-token")));
        if (store.isEmpty() || token.isEmpty()) {
            return Replies.error(request, 401, "The token in the request is not valid for this store.");
        }
        Quota quota = store.get().quota();
        if (!quota.take()) {
            return throttled(request, quota.headers());
        }
        Reply reply = Replies.isV2(request) && !request.header("accept").contains("application/json")
                ? Reply.of(200, "text/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><result/>")
                : allowed(store.get(), token.get(), request, path.group(2));
        return reply.with(quota.headers());
    }

    private static Reply throttled(Request request, Map<String, String> headers) {
        Map<String, String> withWait = new TreeMap<>(headers);
        long millis = Long.parseLong(headers.getOrDefault("X-Rate-Limit-Time-Reset-Ms", "0"));
        withWait.put("X-Retry-After", Long.toString((millis + 999) / 1000));
        return Replies.error(request, 429, "Too many requests").with(withWait);
    }

    private static Reply allowed(Store store, Token token, Request request, String path) {
        boolean hooks = path.startsWith("/v3/hooks");
        if (!hooks && !request.method().equals("GET")) {
            return Replies.error(request, 405, "This store may only be read.");
        }
        Set<Permission> enough = enough(request, path);
        if (!hooks && token.permissions().stream().noneMatch(enough::contains)) {
            return Replies.error(request, 403, "Unauthorized Access. You do not have permission to make this request.");
        }
        return called(store, token, request, path);
    }

    private static Set<Permission> enough(Request request, String path) {
        if (path.endsWith("/transactions")) {
            return EnumSet.of(Permission.TRANSACTIONS);
        }
        if (path.contains("/customer")) {
            return EnumSet.of(Permission.CUSTOMERS);
        }
        return Replies.isV2(request)
                ? EnumSet.of(Permission.ORDERS)
                : EnumSet.of(Permission.ORDERS, Permission.TRANSACTIONS);
    }

    private static Reply called(Store store, Token token, Request request, String path) {
        Matcher number = NUMBER.matcher(path);
        long id = number.find() ? Long.parseLong(number.group(1)) : 0;
        HooksApi hooks = new HooksApi(store.hooks(), token);
        return switch (request.method() + " " + number.replaceFirst("/{id}")) {
            case "GET /v2/orders" -> OrdersApi.list(store, request);
            case "GET /v2/orders/{id}" -> OrdersApi.get(store, request, id);
            case "GET /v2/orders/{id}/products" -> OrdersApi.rows(store, request, id, store::productsJson);
            case "GET /v2/orders/{id}/taxes" -> OrdersApi.taxes(store, request, id);
            case "GET /v2/orders/{id}/shipping_addresses" -> OrdersApi.rows(store, request, id, store::addressesJson);
            case "GET /v3/orders/{id}/transactions" -> RefundsApi.transactions(store, request, id);
            case "GET /v3/orders/payment_actions/refunds" -> RefundsApi.all(store, request);
            case "GET /v3/orders/{id}/payment_actions/refunds" -> RefundsApi.ofOrder(store, request, id);
            case "GET /v3/customers" -> CustomersApi.list(request);
            case "GET /v2/customer_groups/{id}" -> CustomersApi.group(id);
            case "GET /v3/hooks" -> hooks.list(request);
            case "POST /v3/hooks" -> hooks.create(request);
            case "PUT /v3/hooks/{id}" -> hooks.update(request, id);
            default -> Replies.error(request, 404, "The requested resource was not found.");
        };
    }
}
