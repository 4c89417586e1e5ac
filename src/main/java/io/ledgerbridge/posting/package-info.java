/** How an order becomes entries: the entries that it should have, minus those that are posted. Pure functions. */
@NullMarked
package io.ledgerbridge.posting;

import org.jspecify.annotations.NullMarked;
