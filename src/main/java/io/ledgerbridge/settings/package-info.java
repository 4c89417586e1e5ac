/** Reads ledger-bridge.* and says everything that is wrong with it at once. */
@NullMarked
package io.ledgerbridge.settings;

import org.jspecify.annotations.NullMarked;
