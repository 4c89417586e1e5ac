package io.ledgerbridge;

/**
 * The figures of BigCommerce's published sample order 218, with the product line that the sample lacks, and status 11.
 * Its two fees are listed there and are not part of its total.
 */
final class Sample218 {

    static final String ORDER = """
            {
              "id": 218,
              "date_created": "Tue, 05 Mar 2019 21:40:11 +0000",
              "date_modified": "Mon, 11 Mar 2019 15:17:25 +0000",
              "date_shipped": "",
              "status_id": 11,
              "subtotal_ex_tax": "62.6793", "subtotal_inc_tax": "67.8400", "subtotal_tax": "4.4000",
              "base_shipping_cost": "12.0000",
              "shipping_cost_ex_tax": "11.0900", "shipping_cost_inc_tax": "12.0000", "shipping_cost_tax": "0.9100",
              "handling_cost_ex_tax": "0.0000", "handling_cost_inc_tax": "0.0000", "handling_cost_tax": "0.0000",
              "wrapping_cost_ex_tax": "0.0000", "wrapping_cost_inc_tax": "0.0000", "wrapping_cost_tax": "0.0000",
              "total_ex_tax": "64.5300", "total_inc_tax": "69.8400", "total_tax": "5.3100",
              "is_tax_inclusive_pricing": false,
              "items_total": 4,
              "refunded_amount": "0.0000",
              "store_credit_amount": "0.0000", "gift_certificate_amount": "0.0000",
              "currency_code": "USD", "default_currency_code": "USD",
              "discount_amount": "5.0000", "coupon_discount": "5.0000",
              "channel_id": 1,
              "external_source": null,
              "fees": [
                {"id": 1, "type": "custom_fee", "cost_exc_tax": "12.3000", "cost_inc_tax": "12.3000"},
                {"id": 2, "type": "custom_fee", "cost_ex_tax": "4.0000", "cost_inc_tax": "12.0000"}
              ]
            }
            """;

    static final String PRODUCTS = """
            [{
              "id": 1, "type": "physical", "quantity": 4,
              "price_ex_tax": "15.6698", "total_ex_tax": "62.6793", "total_inc_tax": "67.8400",
              "cost_price_ex_tax": "0.0000"
            }]
            """;

    static final String EVENT = """
            {"producer": "stores/abc123", "hash": "0000000000000000000000000000000000000218", "created_at": 1551822011,
             "store_id": "1025646", "scope": "store/order/created", "data": {"type": "order", "id": 218}}
            """;

    private Sample218() {}
}
