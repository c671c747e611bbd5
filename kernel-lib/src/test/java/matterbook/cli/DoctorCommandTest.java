package matterbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import matterbook.kernel.install.Doctor.Finding;
import matterbook.kernel.install.Doctor.State;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
    @Test
    void gradingWithoutASandboxIsNoted() {
        assertEquals(new Finding("Sandbox", State.NOTE,
                "bubblewrap is not installed: submissions graded here could read and change your files",
                "before you grade the work of others: apt install bubblewrap (docs/threat-model.md)"),
                DoctorCommand.sandbox("bubblewrap is not installed"));
        assertEquals(new Finding("Sandbox", State.OK, "bubblewrap: submissions are graded inside of it", ""),
                DoctorCommand.sandbox(""));
    }
}
