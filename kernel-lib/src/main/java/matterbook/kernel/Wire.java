package matterbook.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import matterbook.core.UserError;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;

/** Turns messages into signed frames and back. Frames with a wrong signature are no message. */
public final class Wire {
    /** The version of the messaging protocol. */
    public static final String PROTOCOL = "5.3";

    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final int FRAMES_AFTER_DELIMITER = 5;

    private final HMACGenerator signer;
    private final String session;
    private final Clock clock;
    private final AtomicLong sent = new AtomicLong();

    /** Messages of {@code session}, signed as the connection file says. */
    public Wire(KernelConnectionProperties connection, String session, Clock clock) {
        try {
            signer = connection.createHMACGenerator();
        } catch (GeneralSecurityException e) {
            throw new UserError("the connection file asks for signature scheme " + connection.getSignatureScheme()
                    + ", which this Java does not know; hmac-sha256 would be right");
        }
        this.session = session;
        this.clock = clock;
    }

    /** A new message with a fresh header. */
    public Message create(String type, List<byte[]> identities, JsonObject parent, JsonObject content) {
        JsonObject header = Json.object("msg_id", session + "_" + sent.incrementAndGet(), "msg_type", type, "session",
                session, "username", "matterbook", "date",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)), "version",
                PROTOCOL);
        return new Message(identities, header, parent, new JsonObject(), content);
    }

    /** The frames to send. */
    public List<byte[]> encode(Message message) {
        byte[] header = bytes(message.header());
        byte[] parent = bytes(message.parent());
        byte[] metadata = bytes(message.metadata());
        byte[] content = bytes(message.content());
        List<byte[]> frames = new ArrayList<>(message.identities());
        frames.add(DELIMITER);
        frames.add(signature(header, parent, metadata, content));
        frames.addAll(List.of(header, parent, metadata, content));
        return frames;
    }

    /** The message in these frames; empty if they are unsigned, wrongly signed or no message at all. */
    public Optional<Message> decode(List<byte[]> frames) {
        int delimiter = 0;
        while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        if (frames.size() - delimiter <= FRAMES_AFTER_DELIMITER) {
            return Optional.empty();
        }
        List<byte[]> parts = frames.subList(delimiter + 2, delimiter + 6);
        byte[] expected = signature(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
        if (!MessageDigest.isEqual(expected, frames.get(delimiter + 1))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Message(List.copyOf(frames.subList(0, delimiter)), parse(parts.get(0)),
                    parse(parts.get(1)), parse(parts.get(2)), parse(parts.get(3))));
        } catch (JsonParseException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private byte[] signature(byte[]... parts) {
        return signer.calculateSignature(parts).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(JsonObject json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject parse(byte[] json) {
        return JsonParser.parseString(new String(json, StandardCharsets.UTF_8)).getAsJsonObject();
    }
}
