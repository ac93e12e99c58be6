package org.almbridge.intake;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML of one part of a workbook, element by element, and bounds everything in it that could grow: texts, tags,
 * levels and the number of different names.
 */
final class XmlPart implements Closeable {

    /** In bytes, for one text or one tag; a cell holds 32,767 characters at most. */
    static final int MAX_PIECE = 1_048_576;

    private static final int MAX_DEPTH = 100;
    private static final int MAX_NAMES = 1_000;
    private static final String REMEDY = ": save the workbook anew in a spreadsheet, and send it again";

    private final Pieces in;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private int depth;

    XmlPart(InputStream in, Counter counter) throws IOException {
        this.in = new Pieces(in, counter);
        // one for each part, because it keeps every name that it has seen
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            this.xml = factory.createXMLStreamReader(this.in);
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    /** Goes to the next start of an element of that name; false behind the last one. */
    boolean nextElement(String name) throws IOException {
        while (next()) {
            if (isStart(name)) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the next start or end of an element, or text; false at the end of the part. */
    boolean next() throws IOException {
        in.ofPiece = 0;
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new UnreadableInputException(
                            "the workbook has a document type or entities of its own, as no spreadsheet writes them"
                                    + REMEDY);
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    enter();
                    return true;
                }
                if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                    return true;
                }
                if (isText()) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    private void enter() throws UnreadableInputException {
        names.add(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            names.add(xml.getAttributeLocalName(i));
        }
        if (++depth > MAX_DEPTH || names.size() > MAX_NAMES) {
            throw new UnreadableInputException(
                    "the workbook has more kinds or levels of elements than any spreadsheet" + " writes" + REMEDY);
        }
    }

    boolean isStart(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    boolean isEnd(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    /** The value of an attribute of the element at hand, whatever its namespace; {@code null} when it has none. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /**
     * Reads the text of the element at hand, to its end.
     *
     * @return no more than one character too many for a value
     */
    String text() throws IOException {
        int end = depth;
        StringBuilder text = new StringBuilder();
        while (depth >= end && next()) {
            if (isText() && depth == end) {
                append(text);
            }
        }
        return text.toString();
    }

    /** Reads the text of the element at hand, to its end, where parts of it differ in font and some say how others sound. */
    String richText() throws IOException {
        int end = depth;
        boolean sound = false;
        StringBuilder text = new StringBuilder();
        while (depth >= end && next()) {
            if (isStart("rPh") || isEnd("rPh")) {
                sound = isStart("rPh");
            } else if (isStart("t") && !sound) {
                text.append(text());
            }
            text.setLength(Math.min(text.length(), RowValues.MAX_VALUE_LENGTH + 1));
        }
        return text.toString();
    }

    private boolean isText() {
        return xml.getEventType() == XMLStreamConstants.CHARACTERS || xml.getEventType() == XMLStreamConstants.CDATA;
    }

    private void append(StringBuilder text) throws IOException {
        String part;
        try {
            part = xml.getText();
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
        text.append(part, 0, Math.min(part.length(), RowValues.MAX_VALUE_LENGTH + 1 - text.length()));
    }

    /** A fault of the stream below arrives wrapped, at times in several layers. */
    private static IOException unreadable(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableInputException unreadable) {
                return unreadable;
            }
        }
        return new UnreadableInputException("the workbook is damaged" + REMEDY, e);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Hears of everything that was unpacked. */
    interface Counter {
        void add(int bytes) throws UnreadableInputException;
    }

    /** Knows how much the piece at hand has taken. */
    private static final class Pieces extends FilterInputStream {
        private final Counter counter;
        private int ofPiece;

        Pieces(InputStream in, Counter counter) {
            super(in);
            this.counter = counter;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            ofPiece += Math.max(count, 0);
            if (ofPiece > MAX_PIECE) {
                throw new UnreadableInputException("the workbook has a cell that is too long to be read: shorten it");
            }
            counter.add(Math.max(count, 0));
            return count;
        }
    }
}
