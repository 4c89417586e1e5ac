/** Tables of any length, written as CSV or as a sheet of Excel's while they are read. */
@NullMarked
package io.ledgerbridge.api.tables;

import org.jspecify.annotations.NullMarked;
