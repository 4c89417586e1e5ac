/** A BigCommerce of several stores for tests and for the played day: its APIs, its figures and its webhooks. */
@NullMarked
package io.ledgerbridge.sandbox.bigcommerce;

import org.jspecify.annotations.NullMarked;
