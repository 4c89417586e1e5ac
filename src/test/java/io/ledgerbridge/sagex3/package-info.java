@NullMarked
package io.ledgerbridge.sagex3;

import org.jspecify.annotations.NullMarked;
