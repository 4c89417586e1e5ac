package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.ledger.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order's rates by the part that they are on. One of which nobody says what it is on is on all that goes to its address.
 * Each is put in its place once: there may be thousands, and as many parts.
 */
final class RatesByPart {

    private record Place(String part, @Nullable Long id) {}

    private final Map<String, List<OrderTax>> byPart = new HashMap<>();
    private final Map<Place, List<OrderTax>> byProduct = new HashMap<>();
    private final Map<Place, List<OrderTax>> byAddress = new HashMap<>();
    private final List<OrderTax> onWholeOrder = new ArrayList<>();

    RatesByPart(List<OrderTax> rows) {
        for (OrderTax row : rows) {
            if (row.isOnWholeOrder()) {
                onWholeOrder.add(row);
            } else {
                put(byPart, row.part(), row);
                put(byProduct, new Place(row.part(), row.productId()), row);
                put(byAddress, new Place(row.part(), row.addressId()), row);
            }
        }
    }

    private static <K> void put(Map<K, List<OrderTax>> rows, K key, OrderTax row) {
        rows.computeIfAbsent(key, absent -> new ArrayList<>()).add(row);
    }

    /**
     * All that are on parts of a role.
     *
     * @param address to which these go, where that is told
     */
    List<OrderTax> on(Role role, @Nullable Long address) {
        return with(byPart.get(part(role)), address);
    }

    /** Those on a product, or on its wrapping. */
    List<OrderTax> onProduct(Role role, OrderProduct product) {
        return with(byProduct.get(new Place(part(role), product.id())), product.addressId());
    }

    /** Those on what goes to an address. */
    List<OrderTax> onAddress(Role role, long address) {
        return with(byAddress.get(new Place(part(role), address)), address);
    }

    /** Whether any on parts of a role says to which address it belongs. */
    boolean tellAddresses(Role role) {
        return byPart.getOrDefault(part(role), List.of()).stream().anyMatch(OrderTax::isOfAddress);
    }

    /** Whether any on parts of a role says to which product it belongs. */
    boolean tellProducts(Role role) {
        return byPart.getOrDefault(part(role), List.of()).stream().anyMatch(row -> row.productId() != null);
    }

    private List<OrderTax> with(@Nullable List<OrderTax> rows, @Nullable Long address) {
        List<OrderTax> there = rows == null ? List.of() : rows;
        return onWholeOrder.isEmpty()
                ? there
                : Stream.concat(there.stream(), onWholeOrder.stream().filter(row -> isThere(row.addressId(), address)))
                        .toList();
    }

    private static boolean isThere(@Nullable Long row, @Nullable Long address) {
        return row == null || address == null || row.equals(address);
    }

    /** As BigCommerce calls it. */
    private static String part(Role role) {
        return switch (role) {
            case SHIPPING -> "shipping";
            case HANDLING -> "handling";
            case WRAPPING -> "gift-wrapping";
            default -> "item";
        };
    }
}
