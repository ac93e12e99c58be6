package org.almbridge.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Objects;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Unpacks an input that is gzipped, whatever it is called, within bounds; what was unpacked before a fault is given. */
final class GzipContent extends InputStream {

    private static final int[] MAGIC = {0x1f, 0x8b};
    private static final int MOST_AT_ONCE = 8_192;

    private final Packed packed;
    private final UnpackBounds bounds;
    private final GzipCompressorInputStream unpacked;
    private IOException failure;

    private GzipContent(InputStream packed, UnpackBounds bounds) throws IOException {
        this.packed = new Packed(packed);
        this.bounds = bounds;
        try {
            this.unpacked = GzipCompressorInputStream.builder()
                    .setInputStream(this.packed)
                    .setDecompressConcatenated(true)
                    .get();
        } catch (IOException e) {
            throw inWords(e, 0);
        }
    }

    /** The content itself when it is not packed. It stays with the caller when this fails. */
    static InputStream unpack(InputStream content, UnpackBounds bounds) throws IOException {
        PushbackInputStream start = new PushbackInputStream(content, MAGIC.length);
        if (!isGzip(start)) {
            return start;
        }
        PushbackInputStream inner = new PushbackInputStream(new GzipContent(start, bounds), MAGIC.length);
        if (isGzip(inner)) {
            throw new UnreadableInputException("the input is gzipped twice: gzip it once, and send it again");
        }
        return inner;
    }

    private static boolean isGzip(PushbackInputStream in) throws IOException {
        byte[] start = in.readNBytes(MAGIC.length);
        in.unread(start);
        return start.length == MAGIC.length && (start[0] & 0xff) == MAGIC[0] && (start[1] & 0xff) == MAGIC[1];
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (failure != null) {
            throw failure;
        }
        long before = unpacked.getBytesRead();
        try {
            packed.sinceLastRead = 0;
            int count = unpacked.read(target, offset, Math.min(length, MOST_AT_ONCE));
            bounds.check(unpacked.getBytesRead(), packed.total);
            return count;
        } catch (IOException e) {
            failure = inWords(e, unpacked.getBytesRead());
            int good = (int) (unpacked.getBytesRead() - before);
            if (good > 0) {
                return good;
            }
            throw failure;
        }
    }

    private IOException inWords(IOException e, long place) {
        return packed.failed || e instanceof UnreadableInputException
                ? e
                : new UnreadableInputException(
                        "the input is gzipped, and damaged or cut off behind " + place
                                + " unpacked bytes: send all of it again",
                        e);
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }

    /** Knows how much was read of the packed input, and whether reading it failed. */
    private static final class Packed extends FilterInputStream {

        /** In bytes; only a name without end in the head of the input, or blocks without content, take more. */
        private static final int MOST_WITHOUT_CONTENT = 1_048_576;

        private long total;
        private int sinceLastRead;
        private boolean failed;

        Packed(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (sinceLastRead > MOST_WITHOUT_CONTENT) {
                throw new UnreadableInputException("the input is gzipped, and has no content for "
                        + MOST_WITHOUT_CONTENT + " bytes: export it again");
            }
            try {
                int count = in.read(target, offset, length);
                total += Math.max(count, 0);
                sinceLastRead += Math.max(count, 0);
                return count;
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
