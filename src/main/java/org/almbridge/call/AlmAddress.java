package org.almbridge.call;

import org.almbridge.BridgeConfig;

/** Where ALM's API begins, so that its calls are told from those to other hosts and to its tokens. */
final class AlmAddress {

    private AlmAddress() {}

    static String api(BridgeConfig config) {
        return config.alm().baseUrl().orElse("") + "/primeapi/";
    }
}
