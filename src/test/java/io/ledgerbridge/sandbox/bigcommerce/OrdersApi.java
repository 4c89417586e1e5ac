package io.ledgerbridge.sandbox.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.sandbox.http.Json;
import io.ledgerbridge.sandbox.http.Reply;
import io.ledgerbridge.sandbox.http.Request;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** {@code /v2/orders} (orders.v2.oas2.yml). */
final class OrdersApi {

    private static final int MOST = 250;
    private static final int USUAL = 50;

    private OrdersApi() {}

    static Reply list(Store store, Request request) {
        if (request.number("limit", USUAL) > MOST) {
            return Replies.errorV2(413, "The page size requested was too large.");
        }
        List<ObjectNode> orders = store.orderJson().stream()
                .filter(asked(request))
                .sorted(sorted(request.parameter("sort").orElse("id:asc")))
                .toList();
        List<ObjectNode> page = page(orders, request);
        page.forEach(order -> include(store, request, order));
        page.stream()
                .filter(order -> store.isMisdated(order.path("id").asLong()))
                .forEach(order -> order.put("date_modified", "0000-00-00"));
        return Replies.list(page);
    }

    static Reply get(Store store, Request request, long id) {
        Optional<ObjectNode> order = store.orderJson(id);
        order.ifPresent(json -> include(store, request, json));
        order.filter(json -> store.omitsStatus(id)).ifPresent(json -> json.remove("status_id"));
        return order.map(Replies::json).orElseGet(OrdersApi::notFound);
    }

    /** One of an order's own lists. */
    static Reply rows(Store store, Request request, long id, LongFunction<List<JsonNode>> rows) {
        if (store.orderJson(id).isEmpty()) {
            return notFound();
        }
        if (request.number("limit", USUAL) > MOST) {
            return Replies.errorV2(413, "The page size requested was too large.");
        }
        return Replies.list(page(rows.apply(id), request));
    }

    /** Two fields of each are there only where the details are asked for. */
    static Reply taxes(Store store, Request request, long id) {
        boolean isDetailed = request.parameter("details").filter("true"::equals).isPresent();
        return rows(store, request, id, order -> {
            List<JsonNode> taxes = store.taxesJson(order);
            if (!isDetailed) {
                taxes.forEach(tax -> ((ObjectNode) tax).remove(List.of("order_product_id", "line_item_type")));
            }
            return taxes;
        });
    }

    private static Reply notFound() {
        return Replies.errorV2(404, "The requested resource was not found.");
    }

    /** Absent fees are no field at all. */
    private static void include(Store store, Request request, ObjectNode order) {
        List<JsonNode> fees = store.feesJson(order.path("id").asLong());
        boolean asked =
                List.of(request.parameter("include").orElse("").split(",", -1)).contains("fees");
        if (asked && !fees.isEmpty()) {
            order.set("fees", Json.array(fees));
        }
    }

    static <T> List<T> page(List<T> all, Request request) {
        int limit = request.number("limit", USUAL);
        int from = Math.min((Math.max(request.number("page", 1), 1) - 1) * limit, all.size());
        return all.subList(from, Math.min(from + limit, all.size()));
    }

    private static Predicate<ObjectNode> asked(Request request) {
        return order -> within(request, "id", () -> order.path("id").asLong())
                && equal(request, "status_id", order)
                && equal(request, "channel_id", order)
                && within(request, "date_created", () -> date(order, "date_created"))
                && within(request, "date_modified", () -> date(order, "date_modified"));
    }

    private static boolean equal(Request request, String name, ObjectNode order) {
        return request.parameter(name).map(order.path(name).asText()::equals).orElse(true);
    }

    private static boolean within(Request request, String name, LongSupplier value) {
        return request.parameter("min_" + name).map(OrdersApi::comparable).stream()
                        .allMatch(min -> min <= value.getAsLong())
                && request.parameter("max_" + name).map(OrdersApi::comparable).stream()
                        .allMatch(max -> value.getAsLong() <= max);
    }

    /** A number, or the second of a date after RFC 2822 or ISO 8601, as the parameters' descriptions say. */
    private static long comparable(String text) {
        return text.matches("\\d+") ? Long.parseLong(text) : instant(text).getEpochSecond();
    }

    private static Comparator<ObjectNode> sorted(String sort) {
        String[] words = sort.split("[: ]", 2);
        Function<ObjectNode, String> text = order -> order.path(words[0]).asText();
        Comparator<ObjectNode> by = switch (words[0]) {
            case "id", "customer_id", "status_id" ->
                Comparator.comparingLong(order -> order.path(words[0]).asLong());
            case "date_created", "date_modified" -> Comparator.comparingLong(order -> date(order, words[0]));
            default -> Comparator.comparing(text);
        };
        return words.length > 1 && words[1].equals("desc") ? by.reversed() : by;
    }

    static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException notIso) {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
        }
    }

    private static long date(ObjectNode order, String name) {
        return instant(order.path(name).asText()).getEpochSecond();
    }
}
