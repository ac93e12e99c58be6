package org.almbridge.support;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A bridge that takes people over HTTP, from callers with different rights; requests are small. */
public class ApiProfile extends FastRetryProfile {

    /** May submit and view. */
    public static final String KEY = "key-of-hr-0d6c8c3f1f1b4f0fb8f0";

    /** May submit and view, too. */
    public static final String OTHER_KEY = "key-of-payroll-7aa1d9f3c5";

    /** May view only. */
    public static final String VIEWER_KEY = "key-of-a-viewer-99c1b2";

    /** May operate only. */
    public static final String OPERATOR_KEY = "key-of-an-operator-41c9e7b0";

    public static final int MAX_REQUEST_BYTES = 12_000_000;

    /** Where contents are while they are taken in. */
    public static final Path UPLOADS = Path.of("target/uploads").toAbsolutePath();

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> more = new HashMap<>(super.getConfigOverrides());
        // printf %s "$KEY" | openssl dgst -sha256
        caller(more, "hr", "eefdbc175853581d50caa10e8226b02a140d7213f49c71b27ca0afa52446e9e2", "submit,view");
        caller(more, "payroll", "8a7fa4a784219ba5d1be4f671015883f5a987bbc39bfdfbad2b63f3687ee606c", "submit,view");
        caller(more, "viewer", "9abe72a539195edc4e4591e5a71136084039e2732bd68de8c1b3c245bcd782fc", "view");
        caller(more, "operator", "3a27cd16593fc97bbae1c65b2e912eaf1f613d39d0140c95585b505db1d2577d", "operate");
        more.put("bridge.api.max-request-bytes", String.valueOf(MAX_REQUEST_BYTES));
        more.put("bridge.api.upload-directory", UPLOADS.toString());
        return more;
    }

    private static void caller(Map<String, String> properties, String name, String hash, String roles) {
        properties.put("bridge.api.keys." + name + ".hash", "sha256:" + hash);
        properties.put("bridge.api.keys." + name + ".roles", roles);
    }
}
