/** HTTP as the sandboxes serve it. */
@NullMarked
package io.ledgerbridge.sandbox.http;

import org.jspecify.annotations.NullMarked;
