@NullMarked
package io.ledgerbridge.ledger;

import org.jspecify.annotations.NullMarked;
