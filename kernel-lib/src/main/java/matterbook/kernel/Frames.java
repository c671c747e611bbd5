package matterbook.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.ZError;

/** Whole multi-part messages on a socket. Only the thread that owns the socket calls these. */
final class Frames {
    private Frames() {}

    /** Waits for the next message, as long as the socket's receive timeout says; empty when the timeout has passed. */
    static List<byte[]> receive(ZMQ.Socket socket) {
        List<byte[]> frames = new ArrayList<>();
        byte[] frame = socket.recv();
        while (frame != null) {
            frames.add(frame);
            frame = socket.hasReceiveMore() ? socket.recv() : null;
        }
        return frames;
    }

    /** Waits for the next message that is signed rightly; empty when the socket's receive timeout has passed. */
    static Optional<Message> receive(ZMQ.Socket socket, Wire wire) {
        while (true) {
            List<byte[]> frames = receive(socket);
            if (frames.isEmpty()) {
                return Optional.empty();
            }
            Optional<Message> message = wire.decode(frames);
            if (message.isPresent()) {
                return message;
            }
        }
    }

    static void send(ZMQ.Socket socket, List<byte[]> frames) {
        int last = frames.size() - 1;
        for (int i = 0; i < last; i++) {
            socket.sendMore(frames.get(i));
        }
        socket.send(frames.get(last));
    }

    /** Whether this failure only says that the context was closed: the end of a socket's loop. */
    static boolean isEnd(ZMQException failure) {
        return failure.getErrorCode() == ZError.ETERM || failure.getErrorCode() == ZError.ENOTSOCK;
    }
}
