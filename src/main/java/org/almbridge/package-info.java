/** Brings new people from HR systems into Adobe Learning Manager and enrols them; nobody is lost, nobody is enrolled twice. */
package org.almbridge;
