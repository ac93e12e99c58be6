package org.almbridge.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks part by part, as a spreadsheet does and as none would. */
public final class Workbook {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String RELATIONSHIPS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder links = new StringBuilder();
    private String properties = "";

    public Workbook() {
        part("_rels/.rels", RELATIONSHIPS + link("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>");
    }

    /** @param rows XML of the rows */
    public Workbook sheet(String name, String rows) {
        return sheet(name, rows, "");
    }

    /** @param attributes further ones of the sheet, as its state */
    Workbook sheet(String name, String rows, String attributes) {
        String id = "rId" + (parts.size() + 1);
        String place = "worksheets/" + id + ".xml";
        sheets.append("<sheet name=\"%s\" sheetId=\"7\" r:id=\"%s\" %s/>".formatted(name, id, attributes));
        links.append(link(id, "worksheet", place));
        return part(
                "xl/" + place,
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                        + "</sheetData></worksheet>");
    }

    /** @param items XML of the texts */
    Workbook texts(String items) {
        links.append(link("rIdTexts", "sharedStrings", "/xl/sharedStrings.xml"));
        return part("xl/sharedStrings.xml", "<sst>" + items + "</sst>");
    }

    Workbook styles(String xml) {
        links.append(link("rIdStyles", "styles", "styles.xml"));
        return part("xl/styles.xml", "<styleSheet>" + xml + "</styleSheet>");
    }

    Workbook daysFrom1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /** Any part, in place of one that is there. */
    Workbook part(String name, String xml) {
        parts.put(name, xml.startsWith("<?xml") ? xml : HEAD + xml);
        return this;
    }

    /** The XML of all parts by their places. */
    Map<String, String> parts() {
        Map<String, String> all = new LinkedHashMap<>(parts);
        all.putIfAbsent(
                "xl/workbook.xml",
                HEAD + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
                        + KIND.substring(0, KIND.length() - 1) + "\">" + properties + "<sheets>" + sheets
                        + "</sheets></workbook>");
        all.putIfAbsent("xl/_rels/workbook.xml.rels", HEAD + RELATIONSHIPS + links + "</Relationships>");
        return all;
    }

    public byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts().entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String link(String id, String kind, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s%s\" Target=\"%s\"/>".formatted(id, KIND, kind, target);
    }

    /** A row of texts, each in its cell. */
    public static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < texts.length; i++) {
            row.append("<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                    .formatted((char) ('A' + i), number, texts[i]));
        }
        return row + "</row>";
    }
}
