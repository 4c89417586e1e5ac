/** Binds settings to records and says everything that is wrong with them at once. */
@NullMarked
package io.ledgerbridge.settings.binding;

import org.jspecify.annotations.NullMarked;
