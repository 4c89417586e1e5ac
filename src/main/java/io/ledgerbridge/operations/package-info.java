/** What operators and accountants see: settings, API, health, security. */
@NullMarked
package io.ledgerbridge.operations;

import org.jspecify.annotations.NullMarked;
