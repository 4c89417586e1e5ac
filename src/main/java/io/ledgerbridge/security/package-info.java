/** Who may do what: users, roles, log-ins and sessions. */
@NullMarked
package io.ledgerbridge.security;

import org.jspecify.annotations.NullMarked;
