package matterbook.kernel;

import matterbook.core.UserError;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The kernel's five sockets, bound to the ports of the connection file. Bound before anything slow starts:
 * what a client sends from then on waits in the socket until its loop reads it.
 */
final class Sockets {
    private static final int LINGER_MS = 1000;

    final ZMQ.Context context = ZMQ.context(1);
    final ZMQ.Socket heartbeat;
    final ZMQ.Socket control;
    final ZMQ.Socket shell;
    final ZMQ.Socket input;
    final ZMQ.Socket publish;

    private final KernelConnectionProperties connection;

    Sockets(KernelConnectionProperties connection) {
        if (!"tcp".equals(connection.getTransport())) {
            throw new UserError("the connection file asks for transport " + connection.getTransport()
                    + "; this kernel speaks tcp only (start Jupyter with --transport=tcp)");
        }
        this.connection = connection;
        heartbeat = bind(SocketType.REP, connection.getHbPort());
        control = bind(SocketType.ROUTER, connection.getControlPort());
        shell = bind(SocketType.ROUTER, connection.getShellPort());
        input = bind(SocketType.ROUTER, connection.getStdinPort());
        publish = bind(SocketType.PUB, connection.getIopubPort());
    }

    private ZMQ.Socket bind(SocketType type, int port) {
        ZMQ.Socket socket = context.socket(type);
        socket.setLinger(LINGER_MS);
        // no high-water mark: a message that does not fit would be dropped without a word
        socket.setSndHWM(0);
        socket.setRcvHWM(0);
        if (type == SocketType.ROUTER) {
            // a client that connects again with its old identity takes over
            socket.setRouterHandover(true);
        }
        try {
            socket.bind("tcp://" + connection.getIp() + ":" + port);
        } catch (ZMQException e) {
            throw new UserError("cannot listen on " + connection.getIp() + ":" + port + ": " + e.getMessage()
                    + "; is another kernel using this connection file?", e);
        }
        return socket;
    }
}
