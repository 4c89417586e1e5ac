/**
 * What can go wrong with an order or a call, the code, remedy and words for each reason to park, and the right to
 * write about an order.
 */
@NullMarked
package io.ledgerbridge.faults;

import org.jspecify.annotations.NullMarked;
