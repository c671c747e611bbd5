package matterbook.kernel;

import java.util.List;

import com.google.gson.JsonObject;

/**
 * One message of the protocol.
 *
 * @param identities routing frames of a ROUTER socket; empty on a client's side
 * @param header of this message: msg_id, msg_type, session, username, date, version
 * @param parent header of the request that caused it; empty where there is none
 * @param metadata mostly empty
 * @param content depends on the type
 */
public record Message(List<byte[]> identities, JsonObject header, JsonObject parent, JsonObject metadata,
        JsonObject content) {
    /** For example {@code execute_request}. */
    public String type() {
        return Json.string(header, "msg_type", "");
    }

    /** Unique; the parent header of every answer repeats it. */
    public String id() {
        return Json.string(header, "msg_id", "");
    }

    /** The id of the request that caused this message; empty where there is none. */
    public String parentId() {
        return Json.string(parent, "msg_id", "");
    }
}
