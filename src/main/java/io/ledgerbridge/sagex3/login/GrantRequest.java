package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.sagex3.Sha256;
import java.net.URI;
import java.util.Map;

/**
 * A request for tokens.
 *
 * @param fields by name, secrets among them
 */
record GrantRequest(URI url, Auth.TokenRequest form, Map<String, String> fields) {

    /** The same for the same request alone. A refresh token in it is long and random, so it gives no secret away. */
    String sha256() {
        return Sha256.of(url + "\n" + form + "\n" + TokenEndpoint.form(fields));
    }

    /** Without the fields. */
    @Override
    public String toString() {
        return "GrantRequest[" + url + "]";
    }
}
