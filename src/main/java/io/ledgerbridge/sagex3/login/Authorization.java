package io.ledgerbridge.sagex3.login;

/**
 * What proves to Sage X3 who calls.
 *
 * @param header the header Authorization, a secret
 * @param untried whether no request was sent with it yet
 * @param renewed whether it came in place of a token that Sage X3 refused, and none was taken since
 */
public record Authorization(String header, boolean untried, boolean renewed) {

    static Authorization first(String header) {
        return new Authorization(header, true, false);
    }

    static Authorization inPlaceOfARefused(String header) {
        return new Authorization(header, true, true);
    }

    /** Sage X3 took it, or said why not in another way than by refusing a token. */
    Authorization taken() {
        return new Authorization(header, false, false);
    }

    Authorization refused() {
        return new Authorization(header, false, true);
    }

    @Override
    public String toString() {
        return "Authorization[untried=%s, renewed=%s]".formatted(untried, renewed);
    }
}
