package matterbook.course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import matterbook.core.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionsTest {
    @TempDir
    private Path folder;

    @Test
    void theTreeMayLackTheAssignmentsFolderAndNobodyIsLost() throws IOException {
        touch("submitted/ann/02-markov-chains/02-markov-chains.ipynb");
        touch("submitted/bob/mine.ipynb");
        touch("submitted/cid/report.pdf");
        touch("submitted/dan/02-markov-chains/report.pdf");
        touch("submitted/dan/.ipynb_checkpoints/old.ipynb");
        Submissions.Found found = Submissions.in(folder);
        assertEquals(List.of("ann 02-markov-chains 02-markov-chains.ipynb", "bob  mine.ipynb", "cid  cid",
                "dan 02-markov-chains 02-markov-chains"), lines(found));
        assertEquals(List.of(), found.notes());
    }

    @Test
    void whatIsLeftAsideIsNamed() throws IOException {
        touch("ann.ipynb");
        touch("notes.txt");
        Files.createSymbolicLink(folder.resolve("bob.ipynb"), folder.resolve("ann.ipynb"));
        Submissions.Found found = Submissions.in(folder);
        assertEquals(List.of("ann  ann.ipynb"), lines(found));
        assertEquals(List.of("a link, not followed: " + folder.resolve("bob.ipynb"),
                "not a notebook, left aside: " + folder.resolve("notes.txt")), found.notes());
    }

    @Test
    void aNotebookThatIsGoneIsItsLearnersTrouble() {
        Submission gone = new Submission("ann", "", folder.resolve("ann.ipynb"));
        assertEquals("ann.ipynb: it is gone",
                assertThrows(UserError.class, () -> SubmissionReader.read(gone)).getMessage());
        assertEquals("", SubmissionReader.hash(gone));
    }

    @Test
    void anOutcomeHasItsNameInTheTables() {
        assertEquals(Outcome.FAILED_HIDDEN, Outcome.ofCode("failed-hidden"));
        assertEquals("no outcome \"slow\"; there are: passed, partial, failed, failed-hidden, unanswered, error, "
                + "not-compiled, standard-error, bad-value, timeout, crashed, too-large, not-run",
                assertThrows(UserError.class, () -> Outcome.ofCode("slow")).getMessage());
    }

    private static List<String> lines(Submissions.Found found) {
        return found.submissions().stream()
                .map(one -> one.student() + " " + one.assignment() + " " + one.file().getFileName()).toList();
    }

    private void touch(String file) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
    }
}
