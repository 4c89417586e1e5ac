package io.ledgerbridge.console.mapping;

import org.jspecify.annotations.Nullable;

/**
 * A setting that one version of a mapping has otherwise than the one before.
 *
 * @param before null where there was none
 * @param after null where there is none any more
 */
record Change(
        String setting, @Nullable String before, @Nullable String after) {}
