@echo off
rem Finds a JDK 25, builds Matterbook when there is no build or a source is newer, and runs a command.
setlocal EnableDelayedExpansion
set "ROOT=%~dp0"
set "TARGET=%ROOT%kernel-lib\target"
set "JAR=%TARGET%\matterbook.jar"
set "STAMP=%TARGET%\matterbook.built"
set "JDK="

if defined JAVA_HOME call :consider "%JAVA_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do if not defined JDK call :consider "%%~dpJ.."
for %%B in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%USERPROFILE%\.jdks") do (
    if exist %%B for /d %%J in ("%%~B\*") do if not defined JDK call :consider "%%~J"
)
if not defined JDK (
    echo matterbook: a JDK 25 or newer is needed; none is in JAVA_HOME, on the PATH or in the usual folders 1>&2
    echo matterbook: get one from https://adoptium.net and set JAVA_HOME to its folder 1>&2
    exit /b 1
)

powershell -NoProfile -Command "$s = Get-Item -ErrorAction SilentlyContinue $env:STAMP; if (-not $s -or -not (Test-Path $env:JAR)) { exit 1 }; $r = $env:ROOT; $n = Get-ChildItem -Recurse ($r + 'pom.xml'), ($r + 'kernel-lib\pom.xml'), ($r + 'kernel-lib\src\main'), ($r + 'notebooks\src'), ($r + 'datasets') | Where-Object { $_.LastWriteTime -gt $s.LastWriteTime } | Select-Object -First 1; if ($n) { exit 1 }"
if errorlevel 1 (
    where mvn >nul 2>nul || (
        echo matterbook: Maven is needed to build Matterbook, and there is no mvn on the PATH: https://maven.apache.org 1>&2
        exit /b 1
    )
    echo matterbook: building ^(about a minute the first time, seconds later^) 1>&2
    if not exist "%TARGET%" mkdir "%TARGET%"
    pushd "%ROOT%"
    call mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true package > "%TARGET%\build.log" 2>&1
    if errorlevel 1 (
        popd
        type "%TARGET%\build.log" 1>&2
        echo matterbook: the build failed; its output is in %TARGET%\build.log 1>&2
        exit /b 1
    )
    popd
    echo built > "%STAMP%"
)
set "VECTORS="
if "%~1 %~2"=="fluid run" set "VECTORS=--add-modules=jdk.incubator.vector"
"%JDK%\bin\java" -Djava.awt.headless=true -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED %VECTORS% "-Dmatterbook.command=%~0" %MATTERBOOK_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:consider
if not exist "%~1\bin\javac.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "MAJOR=%%~V"
set "MAJOR=!MAJOR:"=!"
if !MAJOR! GEQ 25 set "JDK=%~1"
exit /b
