/** Hands to people what the bridge cannot finish, with everything they need to act. */
package org.almbridge.escalation;
