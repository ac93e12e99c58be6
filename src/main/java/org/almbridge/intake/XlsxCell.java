package org.almbridge.intake;

/**
 * Is one cell as a workbook writes it.
 *
 * @param column  from 0
 * @param type    one of the workbook's kinds, {@code n} when it says none
 * @param style   number of its style, -1 for none
 * @param formula whether the value is that of a formula
 * @param value   {@code null} when there is none
 */
record XlsxCell(int column, String type, int style, boolean formula, String value) {}
