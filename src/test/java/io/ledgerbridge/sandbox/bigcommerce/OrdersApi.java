package io.ledgerbridge.sandbox.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** {@code /v2/orders} (orders.v2.oas2.yml). */
final class OrdersApi {

    private static final int MOST = 250;
    private static final int USUAL = 50;

    private OrdersApi() {}

    static Reply list(Store store, Request request) {
        if (request.number("limit", USUAL) > MOST) {
            return Reply.errorV2(413, "The page size requested was too large.");
        }
        List<ObjectNode> orders = store.orderJson().stream()
                .filter(asked(request))
                .sorted(sorted(request.parameter("sort").orElse("id:asc")))
                .toList();
        List<ObjectNode> page = page(orders, request);
        page.forEach(order -> include(store, request, order));
        return Reply.list(page);
    }

    static Reply get(Store store, Request request, long id) {
        Optional<ObjectNode> order = store.orderJson(id);
        order.ifPresent(json -> include(store, request, json));
        return order.map(Reply::json).orElseGet(OrdersApi::notFound);
    }

    static Reply products(Store store, Request request, long id) {
        if (store.orderJson(id).isEmpty()) {
            return notFound();
        }
        if (request.number("limit", USUAL) > MOST) {
            return Reply.errorV2(413, "The page size requested was too large.");
        }
        return Reply.list(page(store.productsJson(id), request));
    }

    static Reply fees(Store store, Request request, long id) {
        return store.orderJson(id).isEmpty() ? notFound() : Reply.list(page(store.feesJson(id), request));
    }

    private static Reply notFound() {
        return Reply.errorV2(404, "The requested resource was not found.");
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
        List<Predicate<ObjectNode>> all = new ArrayList<>();
        number(request, "min_id").ifPresent(id -> all.add(order -> id(order) >= id));
        number(request, "max_id").ifPresent(id -> all.add(order -> id(order) <= id));
        number(request, "status_id")
                .ifPresent(id -> all.add(order -> order.path("status_id").asLong() == id));
        number(request, "channel_id")
                .ifPresent(id -> all.add(order -> order.path("channel_id").asLong(1) == id));
        for (String date : List.of("date_created", "date_modified")) {
            instant(request, "min_" + date)
                    .ifPresent(min -> all.add(order -> !date(order, date).isBefore(min)));
            instant(request, "max_" + date)
                    .ifPresent(max -> all.add(order -> !date(order, date).isAfter(max)));
        }
        return order -> all.stream().allMatch(one -> one.test(order));
    }

    private static Comparator<ObjectNode> sorted(String sort) {
        String[] words = sort.split("[: ]", 2);
        Function<ObjectNode, String> text = order -> order.path(words[0]).asText();
        Comparator<ObjectNode> by = switch (words[0]) {
            case "id", "customer_id", "status_id" ->
                Comparator.comparingLong(order -> order.path(words[0]).asLong());
            case "date_created", "date_modified" -> Comparator.comparing(order -> date(order, words[0]));
            default -> Comparator.comparing(text);
        };
        return words.length > 1 && words[1].equals("desc") ? by.reversed() : by;
    }

    private static Optional<Long> number(Request request, String name) {
        return request.parameter(name).map(Long::valueOf);
    }

    /** RFC 2822 or ISO 8601, as the parameter's description says. */
    private static Optional<Instant> instant(Request request, String name) {
        return request.parameter(name).map(OrdersApi::instant);
    }

    static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException notIso) {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
        }
    }

    private static Instant date(ObjectNode order, String name) {
        return instant(order.path(name).asText());
    }

    private static long id(ObjectNode order) {
        return order.path("id").asLong();
    }
}
