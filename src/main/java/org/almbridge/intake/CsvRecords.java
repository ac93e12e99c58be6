package org.almbridge.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.ObjIntConsumer;

/** Cuts CSV into numbered records, cell by cell, and puts the parser's failures into words that help the sender. */
final class CsvRecords implements Closeable {

    private final CsvParser parser;
    private final String quote;
    private final String quotes;
    private int number;

    CsvRecords(CsvParser parser, InputSettings settings) {
        this.parser = parser;
        this.quote = Characters.one(settings.quote());
        this.quotes = Characters.several(settings.quote());
    }

    /** The number of the record read last; blank lines count too, as they do in a spreadsheet. */
    int number() {
        return number;
    }

    /** Hands the cells of the next record over, each with its position from 0; false at the end of the input. */
    boolean next(ObjIntConsumer<String> cells) throws IOException {
        try {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return false;
            }
            number++;
            int position = 0;
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                cells.accept(parser.getText(), position++);
            }
            return true;
        } catch (StreamConstraintsException e) {
            throw unreadable(
                    "a cell that is too long to be read; most often " + quote + " opened there is never closed:"
                            + " close it, or shorten the cell, and send the input again",
                    e);
        } catch (JsonProcessingException e) {
            throw unreadable(
                    quote + " that is never closed, or text after a closing one: put the whole cell between " + quotes
                            + ", write " + quote + " inside it twice, and send the input again",
                    e);
        }
    }

    private UnreadableInputException unreadable(String what, JsonProcessingException cause) {
        int line = parser.currentTokenLocation().getLineNr();
        return new UnreadableInputException("row " + number + " (line " + line + ") has " + what, cause);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
