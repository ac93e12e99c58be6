package org.almbridge.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Gives the parts of a workbook, which is a zip archive with its table of contents at the end. So it must lie in a file: a
 * temporary one, gone when this is closed, and on most systems even when the process is killed.
 */
final class XlsxPackage implements Closeable {

    private static final byte[] OLD_OFFICE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final String REMEDY = ": save it as an Excel workbook (.xlsx), and send it again";

    private final ZipFile zip;
    private final long packed;
    private final UnpackBounds bounds;
    private long unpacked;

    private XlsxPackage(ZipFile zip, long packed, UnpackBounds bounds) {
        this.zip = zip;
        this.packed = packed;
        this.bounds = bounds;
    }

    /** Copies the stream, and leaves it open. */
    static XlsxPackage open(InputStream in, UnpackBounds bounds) throws IOException {
        Path file = Files.createTempFile(temporaryPrefix(), ".xlsx");
        try {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            long size = Files.size(file);
            refuseOthers(file, size);
            return new XlsxPackage(zip(file), size, bounds);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** How the names of temporary files begin; a process knows its own. */
    static String temporaryPrefix() {
        return "alm-bridge-" + ProcessHandle.current().pid() + "-";
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), ZipFile.OPEN_READ | ZipFile.OPEN_DELETE);
        } catch (ZipException e) {
            throw new UnreadableInputException("the input is no Excel workbook, or not all of it" + REMEDY, e);
        }
    }

    private static void refuseOthers(Path file, long size) throws IOException {
        if (size == 0) {
            throw new UnreadableInputException("the input is empty" + REMEDY);
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(OLD_OFFICE.length);
        }
        if (Arrays.equals(start, OLD_OFFICE)) {
            throw new UnreadableInputException(
                    "the input is a workbook with a password, or of the old kind (.xls): save it as an Excel workbook"
                            + " (.xlsx) without a password, and send it again");
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    XmlPart part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new UnreadableInputException(
                    "the input is no Excel workbook, or not all of it (it has no " + Text.label(name) + ")" + REMEDY);
        }
        try {
            return new XmlPart(zip.getInputStream(entry), this::count);
        } catch (ZipException e) {
            throw new UnreadableInputException("the workbook is packed in a way that is not understood" + REMEDY, e);
        }
    }

    /** Counts what was unpacked, of all parts. */
    private void count(int bytes) throws UnreadableInputException {
        unpacked += bytes;
        bounds.check(unpacked, packed);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
