package org.almbridge.intake;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;

/** Reads one sheet of an Excel workbook, row by row. */
@Singleton
public class XlsxRowReader implements RowReader {

    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public Rows open(InputStream in, InputSettings settings) throws IOException {
        XlsxPackage parts = XlsxPackage.open(in, UnpackBounds.USUAL);
        try {
            XlsxWorkbook workbook = XlsxWorkbook.read(parts);
            XlsxValues values = new XlsxValues(workbook.texts(parts), workbook.dateStyles(parts), workbook.epoch1904());
            Rows rows = new XlsxRows(parts, new XlsxCells(parts.part(workbook.sheet(settings)), values), settings);
            in.close();
            return rows;
        } catch (IOException e) {
            parts.close();
            throw e;
        }
    }
}
