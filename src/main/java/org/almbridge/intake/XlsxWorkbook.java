package org.almbridge.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Knows where a workbook keeps its sheets, texts and styles.
 *
 * @param sheets    by their order in the workbook
 * @param parts     other parts by their kind
 * @param epoch1904 whether days are counted from 1904, as old Macs did
 */
record XlsxWorkbook(List<Sheet> sheets, Map<String, String> parts, boolean epoch1904) {

    private static final String RELATIONSHIPS = "_rels/.rels";
    private static final String USUAL_PLACE = "xl/workbook.xml";
    private static final int MAX_SHEETS = 1_000;
    private static final int MAX_NAMED = 20;

    static XlsxWorkbook read(XlsxPackage parts) throws IOException {
        String place = USUAL_PLACE;
        if (parts.has(RELATIONSHIPS)) {
            place = relationships(parts, RELATIONSHIPS, "").values().stream()
                    .filter(part -> part.kind.equals("officeDocument"))
                    .map(Part::place)
                    .findFirst()
                    .orElse(USUAL_PLACE);
        }
        String folder = place.substring(0, place.lastIndexOf('/') + 1);
        String links = folder + "_rels/" + place.substring(folder.length()) + ".rels";
        return read(parts, place, relationships(parts, links, folder));
    }

    private static XlsxWorkbook read(XlsxPackage parts, String place, Map<String, Part> byId) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        boolean epoch1904 = false;
        try (XmlPart xml = parts.part(place)) {
            while (xml.next()) {
                if (xml.isStart("workbookPr")) {
                    epoch1904 = XlsxValues.isTrue(xml.attribute("date1904"));
                } else if (xml.isStart("sheet") && sheets.size() < MAX_SHEETS) {
                    Part part = byId.get(xml.attribute("id"));
                    if (part != null && part.kind.equals("worksheet")) {
                        sheets.add(new Sheet(xml.attribute("name"), part.place, xml.attribute("state")));
                    }
                }
            }
        }
        Map<String, String> places =
                byId.values().stream().collect(Collectors.toMap(Part::kind, Part::place, (first, second) -> first));
        return new XlsxWorkbook(sheets, places, epoch1904);
    }

    private static Map<String, Part> relationships(XlsxPackage parts, String name, String folder) throws IOException {
        Map<String, Part> byId = new HashMap<>();
        try (XmlPart xml = parts.part(name)) {
            while (byId.size() < MAX_SHEETS && xml.nextElement("Relationship")) {
                String type = Optional.ofNullable(xml.attribute("Type")).orElse("");
                String target = Optional.ofNullable(xml.attribute("Target")).orElse("");
                byId.put(
                        xml.attribute("Id"),
                        new Part(
                                type.substring(type.lastIndexOf('/') + 1),
                                target.startsWith("/") ? target.substring(1) : folder + target));
            }
        }
        return byId;
    }

    /** Where the sheet is that the settings name, or the first one that a person sees. */
    String sheet(InputSettings settings) throws UnreadableInputException {
        String wanted = settings.sheet();
        return sheets.stream()
                .filter(sheet -> wanted == null ? sheet.isVisible() : sheet.isCalled(wanted))
                .findFirst()
                .map(Sheet::place)
                .orElseThrow(() -> new UnreadableInputException(
                        "the workbook has no sheet" + (wanted == null ? " that is visible" : " " + wanted)
                                + ", it has " + named() + ": rename one"
                                + settings.orSet(InputSettings.SHEET, "one of them") + ", and send it again"));
    }

    private String named() {
        return sheets.isEmpty()
                ? "none"
                : sheets.stream()
                        .limit(MAX_NAMED)
                        .map(sheet -> Text.label(sheet.name))
                        .collect(Collectors.joining(", "));
    }

    SharedTexts texts(XlsxPackage parts) throws IOException {
        String place = this.parts.get("sharedStrings");
        return place == null ? new SharedTexts() : SharedTexts.read(parts.part(place));
    }

    XlsxDateStyles dateStyles(XlsxPackage parts) throws IOException {
        String place = this.parts.get("styles");
        return place == null ? XlsxDateStyles.NONE : XlsxDateStyles.read(parts.part(place));
    }

    private record Part(String kind, String place) {}

    /** @param state {@code null}, or how a sheet is hidden */
    record Sheet(String name, String place, String state) {

        Sheet {
            name = name == null ? "" : name;
        }

        boolean isVisible() {
            return state == null || state.equals("visible");
        }

        boolean isCalled(String wanted) {
            return Text.trim(name).equalsIgnoreCase(Text.trim(wanted));
        }
    }
}
