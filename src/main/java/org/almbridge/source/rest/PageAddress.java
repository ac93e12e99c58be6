package org.almbridge.source.rest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.camel.util.UnsafeUriCharactersEncoder;

/** Computes addresses of pages, which never leave the origin of the first one: credentials go with every call. */
final class PageAddress {

    private PageAddress() {}

    /** The address with that parameter instead of any of the same name. */
    static URI with(URI address, String name, String value) {
        String encoded = encode(name) + "=" + encode(value);
        String query = address.getRawQuery();
        String others = query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(parameter -> !parameter.isEmpty() && !isNamed(parameter, name))
                        .map(parameter -> parameter + "&")
                        .collect(Collectors.joining());
        return URI.create(withoutQuery(address) + "?" + others + encoded);
    }

    private static boolean isNamed(String parameter, String name) {
        String given = parameter.substring(0, parameter.indexOf('=') < 0 ? parameter.length() : parameter.indexOf('='));
        return given.equals(name) || given.equals(encode(name));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Where a link of a page leads to.
     *
     * @throws PageUnusableException for a link that is no address or leads to another origin
     */
    static URI follow(URI page, String link) throws PageUnusableException {
        URI target;
        try {
            String encoded = UnsafeUriCharactersEncoder.encodeHttpURI(link);
            // resolve() would drop the last part of the path, against RFC 3986
            target = encoded.startsWith("?")
                    ? URI.create(withoutQuery(page) + encoded)
                    : page.resolve(URI.create(encoded));
        } catch (IllegalArgumentException e) {
            throw new PageUnusableException("has a link to the next page that is no address: ask the API's owner, or"
                    + " choose another pagination");
        }
        if (!origin(target).equals(origin(page)) || target.getRawUserInfo() != null) {
            throw new PageUnusableException(
                    "has a link to the next page that leads to " + origin(target) + " and not to "
                            + origin(page)
                            + ": the credentials of the source would go there, so the link is not followed. Have the API link to"
                            + " its own address, give that address as url, or choose another pagination");
        }
        return target;
    }

    /** Scheme, host and port, in the form that two addresses of one origin have in common. */
    static String origin(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        int usual = "https".equals(scheme) ? 443 : 80;
        int port = address.getPort() < 0 ? usual : address.getPort();
        return scheme + "://" + host + ":" + port;
    }

    /** Scheme, host and port as they are written. */
    static String site(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    static String path(URI address) {
        String path = address.getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    private static String withoutQuery(URI address) {
        return site(address) + path(address);
    }
}
