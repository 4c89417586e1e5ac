package io.ledgerbridge.console.backfill;

import io.ledgerbridge.console.Chosen;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which runs a page begins behind, as its address says.
 *
 * @param before the number of a backfill; null for the newest
 * @param beforeShadow that of a shadow run; null for the newest
 */
record Older(@Nullable Long before, @Nullable Long beforeShadow) {

    /** The address of this page, without what was counted. */
    String at(Chosen chosen) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(chosen.at("/backfill"));
        if (before != null) {
            address.queryParam("before", before);
        }
        if (beforeShadow != null) {
            address.queryParam("beforeShadow", beforeShadow);
        }
        return address.build().toUriString();
    }

    Older backfills(@Nullable Long last) {
        return new Older(last, beforeShadow);
    }

    Older shadows(@Nullable Long last) {
        return new Older(before, last);
    }
}
