/** The files of routes/, each alone, against both sandboxes and stand-ins for what is not under test. */
@NullMarked
package io.ledgerbridge.routes;

import org.jspecify.annotations.NullMarked;
