package io.ledgerbridge.sandbox.bigcommerce;

import io.ledgerbridge.sandbox.bigcommerce.Token.Permission;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets a call in (store, token, quota) and finds who answers it. */
final class Gate {

    private static final Pattern PATH = Pattern.compile("/stores/([^/]+)/(v[23]/.*?)(?:\\.json)?/?");

    private final Map<String, Store> stores;

    Gate(Map<String, Store> stores) {
        this.stores = stores;
    }

    Reply answer(Request request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            return Reply.html(404, "Not found");
        }
        Optional<Store> store = Optional.ofNullable(stores.get(path.group(1)));
        Optional<Token> token =
                store.flatMap(found -> request.header("x-auth-token").flatMap(found::token));
        if (store.isEmpty() || token.isEmpty()) {
            return Reply.error(request, 401, "The token in the request is not valid for this store.");
        }
        Quota quota = store.get().quota();
        if (!quota.take()) {
            return throttled(request, quota.headers());
        }
        Reply reply = request.isV2() && !request.acceptsJson()
                ? new Reply(200, "text/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><result/>", Map.of())
                : new Desk(store.get(), token.get(), request).answer(path.group(2));
        return reply.with(quota.headers());
    }

    private static Reply throttled(Request request, Map<String, String> headers) {
        Map<String, String> withWait = new TreeMap<>(headers);
        long millis = Long.parseLong(headers.getOrDefault("X-Rate-Limit-Time-Reset-Ms", "0"));
        withWait.put("X-Retry-After", Long.toString((millis + 999) / 1000));
        return Reply.error(request, 429, "Too many requests").with(withWait);
    }

    /** One call that was let in. */
    private record Desk(Store store, Token token, Request request) {

        private static final Pattern ORDER = Pattern.compile("v2/orders/(\\d+)");
        private static final Pattern PRODUCTS = Pattern.compile("v2/orders/(\\d+)/products");
        private static final Pattern FEES = Pattern.compile("v2/orders/(\\d+)/fees");
        private static final Pattern REFUNDS = Pattern.compile("v3/orders/(\\d+)/payment_actions/refunds");
        private static final Pattern CHANNEL = Pattern.compile("v3/channels/(\\d+)");

        Reply answer(String path) {
            if (path.startsWith("v3/hooks")) {
                return hooks(path);
            }
            if (!request.method().equals("GET")) {
                return Reply.error(request, 405, "This store may only be read.");
            }
            if (path.startsWith("v2/orders")) {
                return allowed(Permission.ORDERS) ? orders(path) : forbidden();
            }
            if (path.startsWith("v3/orders")) {
                return allowed(Permission.ORDERS) || allowed(Permission.TRANSACTIONS) ? refunds(path) : forbidden();
            }
            if (path.startsWith("v3/channels")) {
                return allowed(Permission.CHANNELS) ? channels(path) : forbidden();
            }
            return notFound();
        }

        private Reply orders(String path) {
            if (path.equals("v2/orders")) {
                return OrdersApi.list(store, request);
            }
            return id(ORDER, path)
                    .map(id -> OrdersApi.get(store, request, id))
                    .or(() -> id(PRODUCTS, path).map(id -> OrdersApi.products(store, request, id)))
                    .or(() -> id(FEES, path).map(id -> OrdersApi.fees(store, request, id)))
                    .orElseGet(this::notFound);
        }

        private Reply refunds(String path) {
            if (path.equals("v3/orders/payment_actions/refunds")) {
                return RefundsApi.all(store, request);
            }
            return id(REFUNDS, path)
                    .map(id -> RefundsApi.ofOrder(store, request, id))
                    .orElseGet(this::notFound);
        }

        private Reply channels(String path) {
            if (path.equals("v3/channels")) {
                return ChannelsApi.list(store, request);
            }
            return id(CHANNEL, path).map(id -> ChannelsApi.get(store, id)).orElseGet(this::notFound);
        }

        private Reply hooks(String path) {
            HooksApi hooks = new HooksApi(store.hooks(), token);
            Optional<Long> id = id(Pattern.compile("v3/hooks/(\\d+)"), path);
            String call = request.method() + " " + path.replaceAll("\\d+$", "{id}");
            return switch (call) {
                case "POST v3/hooks" -> hooks.create(request);
                case "GET v3/hooks" -> hooks.list(request);
                case "GET v3/hooks/admin" -> hooks.admin();
                case "GET v3/hooks/{id}" -> hooks.get(id.orElseThrow());
                case "PUT v3/hooks/{id}" -> hooks.update(request, id.orElseThrow());
                case "DELETE v3/hooks/{id}" -> hooks.delete(id.orElseThrow());
                default -> notFound();
            };
        }

        private boolean allowed(Permission permission) {
            return token.permissions().contains(permission);
        }

        private Reply forbidden() {
            return Reply.error(request, 403, "Unauthorized Access. You do not have permission to make this request.");
        }

        private Reply notFound() {
            return Reply.error(request, 404, "The requested resource was not found.");
        }

        private static Optional<Long> id(Pattern pattern, String path) {
            Matcher matcher = pattern.matcher(path);
            return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
        }
    }
}
