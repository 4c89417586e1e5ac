/** What can go wrong with an order or a call, and the code, remedy and words for each reason to park. */
@NullMarked
package io.ledgerbridge.faults;

import org.jspecify.annotations.NullMarked;
