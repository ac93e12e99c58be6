package org.almbridge.source;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.remote.RemoteFile;
import org.apache.camel.support.LRUCacheFactory;
import org.jboss.logging.Logger;

/**
 * Leaves files alone whose name could lead anywhere but to the file itself: Camel takes a backslash for a slash, a server
 * may send any text as a name, and the SFTP client takes some characters for patterns.
 */
@Singleton
@Named("plainNames")
class PlainNames implements GenericFileFilter<Object> {

    private static final Logger LOG = Logger.getLogger(PlainNames.class);

    /** With the time before it and .why.txt behind it, a name may have 255 bytes. */
    private static final int MAX_BYTES = 255 - "yyyyMMdd-HHmmssSSS-".length() - ".why.txt".length();

    private static final int REMEMBERED = 1_000;

    /** U+FFFD stands for bytes that are no text here, so that the file could not be found by this name. */
    private static final Pattern ODD = Pattern.compile("[/\\\\\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029\\ufffd]");

    private static final Pattern ODD_FOR_SFTP = Pattern.compile("[*?]");

    private final Map<String, Boolean> told = LRUCacheFactory.newLRUCache(REMEMBERED);

    @Override
    public boolean accept(GenericFile<Object> file) {
        String name = file.getFileNameOnly();
        boolean remote = file instanceof RemoteFile;
        if (ODD.matcher(name).find() || remote && ODD_FOR_SFTP.matcher(name).find()) {
            tell(
                    file,
                    "it has a slash, a backslash, " + (remote ? "a *, a ?, " : "")
                            + "a control character or one that is unknown here");
            return false;
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            tell(file, "it has more than " + MAX_BYTES + " bytes");
            return false;
        }
        return true;
    }

    private void tell(GenericFile<Object> file, String reason) {
        String path = file.getAbsoluteFilePath();
        if (told.put(path, true) == null) {
            LOG.warnf(
                    "%s in %s is left alone because of its name: %s. Rename it",
                    ODD.matcher(file.getFileNameOnly()).replaceAll("_"), file.getEndpointPath(), reason);
        }
    }
}
