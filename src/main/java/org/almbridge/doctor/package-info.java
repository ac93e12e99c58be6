/** Examines an account of ALM before the bridge works on it, and prints what it has seen; runs in the profile doctor only. */
package org.almbridge.doctor;
