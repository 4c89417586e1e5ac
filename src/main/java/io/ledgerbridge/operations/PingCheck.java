package io.ledgerbridge.operations;

/** One check; a detail is in BigCommerce's or Sage X3's own words where they have any. */
public record PingCheck(String name, boolean ok, String detail) {

    PingCheck saying(String other) {
        return new PingCheck(name, ok, other);
    }
}
