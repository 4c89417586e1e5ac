/** The program as a process of its own, which is halted, killed and stopped wherever that could do harm. */
@NullMarked
package io.ledgerbridge.crash;

import org.jspecify.annotations.NullMarked;
