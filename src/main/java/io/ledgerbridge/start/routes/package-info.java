/** The checks of route files before any is loaded: their syntax, beans, components, and how they hang together. */
@NullMarked
package io.ledgerbridge.start.routes;

import org.jspecify.annotations.NullMarked;
