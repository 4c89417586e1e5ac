@NullMarked
package io.ledgerbridge.credentials;

import org.jspecify.annotations.NullMarked;
