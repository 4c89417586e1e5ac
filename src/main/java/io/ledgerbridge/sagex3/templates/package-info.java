/** The templates by which requests are built and answers are read, and their check at the start. */
@NullMarked
package io.ledgerbridge.sagex3.templates;

import org.jspecify.annotations.NullMarked;
