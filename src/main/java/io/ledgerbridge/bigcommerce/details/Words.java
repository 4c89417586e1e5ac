package io.ledgerbridge.bigcommerce.details;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** BigCommerce's words, which it spells in several ways: {@code store_credit}, {@code storecredit}. */
public final class Words {

    private Words() {}

    /** In lower case, without underscores and blanks around it; empty where there is none. */
    public static String plain(@Nullable String word) {
        return word == null ? "" : word.strip().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
