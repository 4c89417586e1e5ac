/** The page Connections: how BigCommerce and Sage X3 of each store answer, and what a person can do about it. */
@NullMarked
package io.ledgerbridge.console.connections;

import org.jspecify.annotations.NullMarked;
