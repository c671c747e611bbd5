package matterbook.kernel;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

import com.google.gson.JsonObject;
import matterbook.core.Stopped;
import matterbook.core.UserError;
import matterbook.notebook.eval.InputSource;
import org.zeromq.ZMQ;

/** Asks the front end for lines of input on the stdin socket, which one thread of its own reads and writes. */
final class Input {
    private static final int POLL_MS = 50;

    private static final Question END = new Question(List.of(), new JsonObject(), "", new CompletableFuture<>());

    private final BlockingQueue<Question> questions = new LinkedBlockingQueue<>();
    private final ZMQ.Socket socket;
    private final Wire wire;

    /** One wait for one line; an asker that is interrupted cancels the answer. */
    private record Question(List<byte[]> client, JsonObject parent, String prompt, CompletableFuture<String> answer) {}

    Input(ZMQ.Socket socket, Wire wire) {
        this.socket = socket;
        this.wire = wire;
        socket.setReceiveTimeOut(POLL_MS);
    }

    /** The input of the cell that {@code request} brought. */
    InputSource of(Message request) {
        if (!Json.flag(request.content(), "allow_stdin", true)) {
            return prompt -> {
                throw new UserError("this cell asks for input, but the front end that runs it cannot give any; "
                        + "run it in a notebook or a console");
            };
        }
        return prompt -> ask(
                new Question(request.identities(), request.header(), prompt, new CompletableFuture<>()));
    }

    private String ask(Question question) {
        questions.add(question);
        try {
            return question.answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            question.answer.cancel(false);
        }
    }

    /** Lets {@link #run()} return. */
    void end() {
        questions.add(END);
    }

    /** Serves questions until {@link #end()}, then closes the socket. */
    void run() throws InterruptedException {
        try (socket) {
            for (Question question = questions.take(); !question.equals(END); question = questions.take()) {
                serve(question);
            }
        }
    }

    private void serve(Question question) {
        dropOldAnswers();
        Message ask = wire.create("input_request", question.client, question.parent,
                Json.object("prompt", question.prompt, "password", false));
        Frames.send(socket, wire.encode(ask));
        while (!question.answer.isDone()) {
            Optional<Message> reply = Frames.receive(socket, wire);
            if (reply.isPresent() && reply.get().type().equals("input_reply")) {
                question.answer.complete(Json.string(reply.get().content(), "value", ""));
            }
        }
    }

    private void dropOldAnswers() {
        socket.setReceiveTimeOut(0);
        boolean more = true;
        while (more) {
            more = !Frames.receive(socket).isEmpty();
        }
        socket.setReceiveTimeOut(POLL_MS);
    }
}
