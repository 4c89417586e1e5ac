package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.OrderFee;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.explained.words.Phrase;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tax of an order's fees. BigCommerce names no rate of a fee: of the order's rates the one holds that its tax is nearest
 * to. The fee's own tax counts where {@code total_tax} has it and the rates lack it.
 */
record FeeTaxes(OrderReading reading, OrderTaxCodes codes) {

    TaxedPart part(OrderFee fee) {
        Optional<OrderTax> rate = rate(fee);
        String code = codes.of(rate.stream().toList(), null, "fee " + fee.id());
        List<OrderTax> rows = isBeside() ? rate.stream().toList() : List.of();
        Phrase name = Phrase.of("name.fee", fee.id());
        return new TaxedPart(name, name, null, Role.FEES, code, fee.costExTax(), BigDecimal.ZERO, rows);
    }

    /** One for each fee whose tax is beside that of the rates. */
    List<OrderTax> rows() {
        return isBeside()
                ? reading.order().fees().stream()
                        .flatMap(fee -> rate(fee).stream())
                        .toList()
                : List.of();
    }

    private boolean isBeside() {
        BigDecimal left = reading.order()
                .totalTax()
                .subtract(sum(reading.taxes().stream().map(OrderTax::amount).toList()));
        BigDecimal fees = sum(reading.order().fees().stream().map(OrderFee::tax).toList());
        return left.subtract(fees).abs().compareTo(left.abs()) < 0;
    }

    private Optional<OrderTax> rate(OrderFee fee) {
        return fee.tax().signum() == 0
                ? Optional.empty()
                : reading.taxes().stream()
                        .filter(row -> row.rate().signum() != 0)
                        .min(Comparator.comparing(row -> miss(fee, row)))
                        .map(row -> row.on("fee", fee.tax()));
    }

    private static BigDecimal miss(OrderFee fee, OrderTax row) {
        return fee.costExTax()
                .multiply(row.rate())
                .movePointLeft(2)
                .subtract(fee.tax())
                .abs();
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
