/** What journals were planned from: the readings of their orders, kept for as long as an auditor may ask, and planned again. */
@NullMarked
package io.ledgerbridge.readings;

import org.jspecify.annotations.NullMarked;
