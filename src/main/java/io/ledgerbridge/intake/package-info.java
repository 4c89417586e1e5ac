/** Takes BigCommerce's deliveries: signature checked, kept, and the order marked due. */
@NullMarked
package io.ledgerbridge.intake;

import org.jspecify.annotations.NullMarked;
