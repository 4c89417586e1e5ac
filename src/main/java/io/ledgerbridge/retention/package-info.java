/** Removes at night what is older than the settings keep it. */
@NullMarked
package io.ledgerbridge.retention;

import org.jspecify.annotations.NullMarked;
