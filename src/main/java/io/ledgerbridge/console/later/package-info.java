/** The pages that have their place already and come later. */
@NullMarked
package io.ledgerbridge.console.later;

import org.jspecify.annotations.NullMarked;
