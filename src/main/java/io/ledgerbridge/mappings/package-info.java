/** What each channel's accounts and policies were, and since when: a version for each change. */
@NullMarked
package io.ledgerbridge.mappings;

import org.jspecify.annotations.NullMarked;
