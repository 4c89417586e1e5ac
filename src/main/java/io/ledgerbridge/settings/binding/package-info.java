/** Binds settings to records and says everything that is wrong with them at once, each by name, value and place. */
@NullMarked
package io.ledgerbridge.settings.binding;

import org.jspecify.annotations.NullMarked;
