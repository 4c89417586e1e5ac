/** What can be set under ledger-bridge.*, with defaults and ranges, and the checks of several settings together. */
@NullMarked
package io.ledgerbridge.settings;

import org.jspecify.annotations.NullMarked;
