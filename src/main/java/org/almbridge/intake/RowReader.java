package org.almbridge.intake;

import java.io.IOException;
import java.io.InputStream;

/** Is the seam where an input format plugs in: one bean per format. */
public interface RowReader {

    /** The name that configuration uses for the format, such as {@code csv}. */
    String format();

    /**
     * Reads as far as the first row needs. The stream belongs to the rows from then on; it stays with the caller when
     * this fails.
     *
     * @param settings how the input is written, as far as that concerns this format
     * @throws UnreadableInputException if the input as a whole cannot be read
     */
    Rows open(InputStream in, InputSettings settings) throws IOException;
}
