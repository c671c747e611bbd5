package matterbook.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** Makes what Jupyter writes into a connection file. */
public final class Connections {
    private static final int PORTS = 5;

    private Connections() {}

    /** Five ports of the loopback interface that are free now, and a fresh key. */
    public static KernelConnectionProperties loopback() {
        List<ServerSocket> reserved = new ArrayList<>();
        try {
            InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
            for (int i = 0; i < PORTS; i++) {
                reserved.add(new ServerSocket(0, 1, loopback));
            }
            int[] ports = reserved.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            for (ServerSocket socket : reserved) {
                socket.close();
            }
            return new KernelConnectionProperties("127.0.0.1", ports[0], ports[1], ports[2], ports[3], ports[4], "tcp",
                    "hmac-sha256", UUID.randomUUID().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
