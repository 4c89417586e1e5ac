/** Tells in the words of people what came of an order and what was done, in the order of time. */
@NullMarked
package io.ledgerbridge.console.story.timeline;

import org.jspecify.annotations.NullMarked;
