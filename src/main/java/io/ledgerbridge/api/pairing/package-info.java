/** The pages by which a person pairs a store with Sage X3. */
@NullMarked
package io.ledgerbridge.api.pairing;

import org.jspecify.annotations.NullMarked;
