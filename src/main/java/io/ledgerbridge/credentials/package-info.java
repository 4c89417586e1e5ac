/** The secrets of the stores, encrypted. */
@NullMarked
package io.ledgerbridge.credentials;

import org.jspecify.annotations.NullMarked;
