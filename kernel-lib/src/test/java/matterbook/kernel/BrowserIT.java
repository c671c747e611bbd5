package matterbook.kernel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import matterbook.Programs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A lesson as a learner sees it: Debian's chromium opens it in Jupyter, runs all cells, and chart and table are there. */
@Tag("full")
class BrowserIT {
    private static final Path LESSON = Path.of(System.getProperty("matterbook.root"), "notebooks",
            "02-markov-chains.ipynb");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void aLessonShowsChartAndTable() throws IOException, InterruptedException {
        Path jupyter = Programs.find("jupyter-notebook");
        Path chromium = Programs.find("chromium");
        Path driver = Programs.find("chromedriver");
        Path notebook = Files.copy(LESSON, folder.resolve("lesson.ipynb"));
        int port = freePort();
        String token = UUID.randomUUID().toString();
        Process server = serve(jupyter, port, token);
        WebDriver browser = browser(chromium, driver);
        try {
            browser.manage().window().setSize(new Dimension(1200, 2400));
            open(browser, "http://127.0.0.1:" + port + "/notebooks/" + notebook.getFileName() + "?token=" + token);
            runAll(browser);
            picture(browser);
            assertTrue(browser.findElements(By.cssSelector(".output_error")).isEmpty(), () -> errors(browser));
            assertFalse(browser.findElements(By.cssSelector(".output_area img")).isEmpty(), "no chart");
            assertFalse(browser.findElements(By.cssSelector(".output_area table")).isEmpty(), "no table");
        } finally {
            browser.quit();
            server.destroy();
            server.waitFor();
        }
    }

    private Process serve(Path jupyter, int port, String token) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(jupyter.toString(), "--no-browser", "--allow-root",
                "--ip=127.0.0.1", "--port=" + port, "--port-retries=0", "--NotebookApp.token=" + token,
                "--notebook-dir=" + folder);
        builder.environment().put("JUPYTER_PATH",
                InstalledKernel.prefix().resolve("share").resolve("jupyter").toString());
        builder.environment().put("JUPYTER_CONFIG_DIR", folder.resolve("config").toString());
        builder.environment().put("JUPYTER_DATA_DIR", folder.resolve("data").toString());
        return builder.redirectErrorStream(true).redirectOutput(folder.resolve("jupyter.log").toFile()).start();
    }

    private WebDriver browser(Path chromium, Path driver) {
        ChromeOptions options = new ChromeOptions().setBinary(chromium.toString()).addArguments("--headless",
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"));
        ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(driver.toFile())
                .build();
        return new ChromeDriver(service, options);
    }

    private static void open(WebDriver browser, String url) throws InterruptedException {
        await("the notebook's page", () -> {
            try {
                browser.get(url);
            } catch (WebDriverException e) {
                return false;
            }
            return !browser.findElements(By.id("notebook-container")).isEmpty();
        });
        until(browser, "return !!window.Jupyter && !!Jupyter.notebook && Jupyter.notebook._fully_loaded "
                + "&& !!Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()");
    }

    /** All code cells have run when none waits ({@code In [*]}) and all have a number. */
    private static void runAll(WebDriver browser) throws InterruptedException {
        script(browser, "Jupyter.notebook.clear_all_output(); Jupyter.notebook.execute_all_cells()");
        until(browser, "return Jupyter.notebook.get_cells().every(c => c.cell_type !== 'code' "
                + "|| c.get_text().trim() === '' || typeof c.input_prompt_number === 'number')");
    }

    private static void until(WebDriver browser, String script) throws InterruptedException {
        await(script, () -> Boolean.TRUE.equals(script(browser, script)));
    }

    private static void await(String what, BooleanSupplier there) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "not within " + PATIENCE.toSeconds() + " s: " + what);
            Thread.sleep(200);
        }
    }

    private static @Nullable Object script(WebDriver browser, String script) {
        return ((JavascriptExecutor) browser).executeScript(script);
    }

    private static void picture(WebDriver browser) throws IOException {
        script(browser, "document.querySelector('.output_area img').scrollIntoView()");
        Path file = InstalledKernel.jar().resolveSibling("browser.png");
        Files.write(file, ((ChromeDriver) browser).getScreenshotAs(OutputType.BYTES));
    }

    private static String errors(WebDriver browser) {
        List<String> texts = browser.findElements(By.cssSelector(".output_error")).stream()
                .map(element -> element.getText()).toList();
        return "cells failed in the browser: " + texts;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
