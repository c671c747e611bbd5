package matterbook.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class LauncherTest {
    @Test
    void withoutALauncherTheOneOfTheRepository() {
        assertEquals("./matterbook fluid run a7", Launcher.command("fluid", "run", "a7"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void wordsThatAShellWouldTakeApart() {
        assertEquals("./matterbook run 'my work/ann''s *.ipynb'".replace("''", "'\\''"),
                Launcher.command("run", "my work/ann's *.ipynb"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theLauncherAsItWasTyped() {
        System.setProperty("matterbook.command", "../my course/matterbook");
        try {
            assertEquals("'../my course/matterbook' doctor", Launcher.command("doctor"));
        } finally {
            System.clearProperty("matterbook.command");
        }
    }
}
