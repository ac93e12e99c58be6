package org.almbridge.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the file of an export, line by line, and tells which line is wrong. */
final class LedgerReader implements Closeable {

    private static final JsonMapper JSON = new JsonMapper();

    private final MappingIterator<JsonNode> lines;
    private long line;

    LedgerReader(Path path) throws IOException {
        lines = JSON.readerFor(JsonNode.class).readValues(Files.newInputStream(path));
    }

    /** @return the line that was read last, from 1 */
    long line() {
        return line;
    }

    /**
     * Reads the first line.
     *
     * @param schema of this release
     */
    void begin(int schema) throws IOException, TransferException {
        JsonNode header = next();
        if (header == null || !header.path("format").asText().equals(LedgerWriter.FORMAT)) {
            throw new TransferException(
                    "bridge.transfer.file: this is no export of a ledger. Give the file that the export"
                            + " has written.");
        }
        int given = header.path("schema").asInt();
        if (header.path("version").asInt() > LedgerWriter.VERSION || given > schema) {
            throw new TransferException("bridge.transfer.file: the export is of a newer release (schema " + given
                    + ", this release has " + schema + "). Import it with that release.");
        }
        if (given < schema) {
            throw new TransferException("bridge.transfer.file: the export is of an older release (schema " + given
                    + ", this release has " + schema
                    + "). Import it with that release; the first start of this one then"
                    + " brings the ledger up to date.");
        }
    }

    /** @return the next line, or {@code null} at the end of the file */
    JsonNode next() throws IOException, TransferException {
        try {
            if (!lines.hasNextValue()) {
                return null;
            }
            line = lines.getParser().currentTokenLocation().getLineNr();
            return lines.nextValue();
        } catch (JsonEOFException e) {
            throw cut();
        } catch (JsonProcessingException e) {
            line = e.getLocation() == null ? line : e.getLocation().getLineNr();
            throw wrong("is no JSON");
        }
    }

    TransferException cut() {
        return new TransferException("bridge.transfer.file: the file ends after line " + line
                + " without its end mark. It was cut on its way, or the export was: copy it, or export, again.");
    }

    /** @param what follows the number of the line */
    TransferException wrong(String what) {
        return new TransferException("bridge.transfer.file: line " + line + " " + what
                + ". The file is not as the export wrote it: copy it, or export, again.");
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
