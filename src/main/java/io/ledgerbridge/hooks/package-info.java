/** Registers the webhooks at BigCommerce and switches them on again. */
@NullMarked
package io.ledgerbridge.hooks;

import org.jspecify.annotations.NullMarked;
