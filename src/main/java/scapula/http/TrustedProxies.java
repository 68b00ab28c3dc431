package scapula.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * The proxies whose {@code X-Forwarded-For} is believed: each adds who it was asked by at the end, so that the last
 * address which is no such proxy is the client. What anybody else writes there is passed over.
 */
public final class TrustedProxies {

    static final String FORWARDED = "X-Forwarded-For";

    /** What is looked up as a number, and never as a name. */
    private static final String ADDRESS = "\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f.]{0,15}:[0-9A-Fa-f:.]{1,39}";

    /** What some proxies write behind an address, which is another for each connection. */
    private static final String PORT = "^(?:\\[(.*)]|([^:]*)):\\d+$";

    private static final int BYTES_OF_A_NETWORK = 8;

    private final InetAddressSet proxies = new InetAddressSet();

    /**
     * Believes these.
     *
     * @param addresses each an address, or a network such as {@code 10.0.0.0/8}
     * @throws IllegalArgumentException with a sentence, where one is neither
     */
    public TrustedProxies(List<String> addresses) {
        for (String address : addresses) {
            try {
                proxies.add(address.isBlank() ? "?" : address);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(
                        "\"" + address + "\" is no address of a proxy. Give one such as 10.0.0.7 or 10.0.0.0/8.",
                        wrong);
            }
        }
    }

    /**
     * Who a request is from. Addresses of IPv6 count by their network, of which each subscriber has one.
     *
     * @param peer who sent it
     * @param forwarded the lines of the header, each with addresses between commas
     */
    String client(String peer, List<String> forwarded) {
        String client = peer;
        if (!forwarded.isEmpty() && isTrusted(peer)) {
            List<String> hops = Arrays.asList(String.join(",", forwarded).split(",", -1));
            for (int hop = hops.size() - 1; hop >= 0 && isTrusted(client); hop--) {
                String before = hops.get(hop).strip().replaceFirst(PORT, "$1$2");
                if (!before.matches(ADDRESS)) {
                    break;
                }
                client = before;
            }
        }
        return network(client);
    }

    private boolean isTrusted(String address) {
        try {
            return proxies.test(InetAddress.getByName(address));
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    private static String network(String address) {
        try {
            InetAddress known = InetAddress.getByName(address);
            return known instanceof Inet6Address
                    ? HexFormat.of().formatHex(known.getAddress(), 0, BYTES_OF_A_NETWORK)
                    : known.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
