/** What may stand between the program and BigCommerce or Sage X3, and answers badly: real bytes on a real socket. */
@NullMarked
package io.ledgerbridge.sandbox.hostile;

import org.jspecify.annotations.NullMarked;
