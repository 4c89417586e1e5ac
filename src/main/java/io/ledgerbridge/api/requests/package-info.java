/** What calls of the API may say in their parameters and bodies, and how anything else is refused. */
@NullMarked
package io.ledgerbridge.api.requests;

import org.jspecify.annotations.NullMarked;
