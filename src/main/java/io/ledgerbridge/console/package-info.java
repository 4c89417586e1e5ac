/** The console's frame: what all pages show, in which language, and how amounts and times are written on them. */
@NullMarked
package io.ledgerbridge.console;

import org.jspecify.annotations.NullMarked;
