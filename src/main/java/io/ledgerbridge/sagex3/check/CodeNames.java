package io.ledgerbridge.sagex3.check;

import io.ledgerbridge.sagex3.X3Name;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a folder has what a mapping's codes name: for GraphQL {@code package.node.property}, of which a node is enough,
 * for api1 {@code CLASS.FIELD}, of which the class is enough. A period has three properties or fields: its first day, its
 * last day, its status.
 */
public record CodeNames(
        @Pattern(regexp = PLACE, message = PLACES) @Nullable String account,

        @Pattern(regexp = PLACE, message = PLACES) @Nullable String journal,

        @Pattern(regexp = PLACE, message = PLACES) @Nullable String entryType,

        @Pattern(regexp = PLACE, message = PLACES) @Nullable String site,

        @Pattern(regexp = PERIOD, message = PERIODS) @Nullable
        String period,

        @Pattern(regexp = PLACE, message = PLACES) @Nullable String businessPartner,

        @Pattern(regexp = PLACE, message = PLACES) @Nullable String taxCode,

        @Pattern(regexp = PLACE, message = PLACES) @Nullable String dimensionValue) {

    /** With no name at all. */
    public static final CodeNames NONE = new CodeNames(null, null, null, null, null, null, null, null);

    private static final String NAME = X3Name.PATTERN;
    private static final String PLACE = NAME + "(\\." + NAME + "){0,2}";
    private static final String PLACES =
            "one to three names with dots between them, such as x3Finance.account.code or GACCOUNT.ACC";
    private static final String PERIOD = NAME + "(\\." + NAME + "){0,4}";
    private static final String PERIODS = "one to five names with dots between them, such as x3Finance.period";

    Optional<String> of(CodeKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case ACCOUNT -> account;
                    case JOURNAL -> journal;
                    case ENTRY_TYPE -> entryType;
                    case SITE -> site;
                    case PERIOD -> period;
                    case BUSINESS_PARTNER -> businessPartner;
                    case TAX_CODE -> taxCode;
                    case DIMENSION_VALUE -> dimensionValue;
                });
    }
}
