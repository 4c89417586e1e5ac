@NullMarked
package io.ledgerbridge.posting;

import org.jspecify.annotations.NullMarked;
