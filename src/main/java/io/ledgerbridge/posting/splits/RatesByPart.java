package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.ledger.Role;
import java.util.ArrayList;
import java.util.Comparator;
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

    private final Map<String, List<ListedRate>> byPart = new HashMap<>();
    private final Map<Place, List<ListedRate>> byProduct = new HashMap<>();
    private final Map<Place, List<ListedRate>> byAddress = new HashMap<>();
    private final List<ListedRate> onWholeOrder = new ArrayList<>();

    RatesByPart(List<OrderTax> rows) {
        int place = 0;
        for (OrderTax rate : rows) {
            put(new ListedRate(place++, rate));
        }
    }

    private void put(ListedRate row) {
        OrderTax rate = row.rate();
        if (rate.isOnWholeOrder()) {
            onWholeOrder.add(row);
        } else {
            put(byPart, rate.part(), row);
            put(byProduct, new Place(rate.part(), rate.productId()), row);
            put(byAddress, new Place(rate.part(), rate.addressId()), row);
        }
    }

    private static <K> void put(Map<K, List<ListedRate>> rows, K key, ListedRate row) {
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
        return byPart.getOrDefault(part(role), List.of()).stream()
                .anyMatch(row -> row.rate().isOfAddress());
    }

    /** Whether any on parts of a role says to which product it belongs. */
    boolean tellProducts(Role role) {
        return byPart.getOrDefault(part(role), List.of()).stream()
                .anyMatch(row -> row.rate().productId() != null);
    }

    /** In BigCommerce's order: of equal rates the first one counts. */
    private List<OrderTax> with(@Nullable List<ListedRate> rows, @Nullable Long address) {
        Stream<ListedRate> there = rows == null ? Stream.empty() : rows.stream();
        Stream<ListedRate> everywhere = onWholeOrder.stream().filter(row -> row.mayGoTo(address));
        return Stream.concat(there, everywhere)
                .sorted(Comparator.comparingInt(ListedRate::place))
                .map(ListedRate::rate)
                .toList();
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
