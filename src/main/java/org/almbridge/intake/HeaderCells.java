package org.almbridge.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** Collects the names of a header and refuses, early and in plain words, an input that is something else. */
final class HeaderCells implements ObjIntConsumer<String> {

    /** Bounds the number of columns as well, since each counts one more than its name. */
    static final int MAX_LENGTH = 65_536;

    private final List<String> names = new ArrayList<>();
    private int length;

    @Override
    public void accept(String cell, int position) {
        length = Math.min(length + cell.length() + 1, MAX_LENGTH + 1);
        if (length <= MAX_LENGTH) {
            names.add(Text.trim(cell));
        }
    }

    int size() {
        return names.size();
    }

    boolean isBlankLine() {
        return length <= MAX_LENGTH && names.stream().allMatch(String::isEmpty);
    }

    List<String> names(InputSettings settings) throws UnreadableInputException {
        if (length > MAX_LENGTH) {
            throw new UnreadableInputException("the header is longer than " + MAX_LENGTH
                    + " characters: send a file whose first line names the columns");
        }
        if (names.stream().anyMatch(name -> name.indexOf(StrictReader.NUL_STAND_IN) >= 0)) {
            throw new UnreadableInputException(
                    "the header has NUL characters, as UTF-16 and binary files do: save it as"
                            + " UTF-8 (in a spreadsheet: \"CSV UTF-8\")"
                            + settings.orSet(InputSettings.ENCODING, "UTF-16")
                            + ", and send it again");
        }
        return names;
    }
}
