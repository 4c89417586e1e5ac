package io.ledgerbridge.console;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * The list from which an order was opened, to go back to.
 *
 * @param address on this server, of a page that lists orders; null where there is none
 */
public record Back(@Nullable String address) {

    /** The parameter that carries it. */
    static final String NAME = "back";

    private static final int LONGEST = 2000;

    /** The path of a page that lists orders; what is behind it is ASCII, without a way to another server. */
    private static final Pattern LIST =
            Pattern.compile("/(orders|needs-you(/[A-Za-z0-9-]+)?)?(\\?[\\x21-\\x7e&&[^\\\\#\"<>]]*)?");

    /** What somebody sends leads nowhere else: anything that isn't such an address is none. */
    static Back to(@Nullable String address) {
        boolean isList = address != null
                && address.length() <= LONGEST
                && LIST.matcher(address).matches();
        return new Back(isList ? address : null);
    }

    /** The address of an order's page, from which one finds back, and whose frame stays about the same. */
    String order(Chosen chosen, String store, long order) {
        String page = chosen.at("/orders/%s/%d".formatted(store, order));
        return address == null ? page : page + "&" + NAME + "=" + UriUtils.encode(address, StandardCharsets.UTF_8);
    }
}
