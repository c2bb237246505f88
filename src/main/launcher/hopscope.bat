@echo off
rem Starts Hopscope in place: finds a Java 25 or newer and runs it.
rem An installed program has a Java of its own beside it, and takes no other, since JavaFX is linked into it.
rem HOPSCOPE_JAVA names the folder of the Java to take.
setlocal
set "LIB=%~dp0..\lib"
set "JAVA="
set "MODULES="
if exist "%LIB%\javafx" set "MODULES=--module-path "%LIB%\javafx""

call :try "%~dp0..\..\runtime"
if not defined JAVA if defined HOPSCOPE_JAVA (
  call :try "%HOPSCOPE_JAVA%"
  if not defined JAVA (
    echo hopscope: HOPSCOPE_JAVA is %HOPSCOPE_JAVA%, which is no Java 25 or newer. 1>&2
    exit /b 3
  )
)
if not defined JAVA if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JAVA for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
for %%V in (Java "Eclipse Adoptium" Microsoft "Amazon Corretto" Zulu BellSoft) do if not defined JAVA (
  for /d %%D in ("%ProgramFiles%\%%~V\*") do if not defined JAVA call :try "%%~fD"
)
if not defined JAVA for /d %%D in ("%USERPROFILE%\.jdks\*") do if not defined JAVA call :try "%%~fD"

if not defined JAVA (
  echo hopscope: no Java 25 or newer was found. 1>&2
  echo Install one: winget install EclipseAdoptium.Temurin.25.JRE 1>&2
  echo or name its folder: set HOPSCOPE_JAVA=C:\path\to\jdk-25 1>&2
  exit /b 3
)

set "WITHOUT_WINDOW="
for %%C in (record list show export ca no-proxy env --help -h --version -V) do if "%~1"=="%%C" set "WITHOUT_WINDOW=yes"
set "SHORT="
for %%C in (no-proxy env --help -h --version -V) do if "%~1"=="%%C" set "SHORT=-XX:TieredStopAtLevel=1"
if defined WITHOUT_WINDOW (
  "%JAVA%" "@%LIB%\jvm.args" "@%LIB%\command.args" %SHORT% "-Djava.library.path=%LIB%\native" "-Dorg.sqlite.lib.path=%LIB%\native" -cp "%LIB%\hopscope.jar" dev.hopscope.app.Main %*
) else (
  "%JAVA%" "@%LIB%\jvm.args" "@%LIB%\window.args" "-Djava.library.path=%LIB%\native" "-Dorg.sqlite.lib.path=%LIB%\native" %MODULES% -cp "%LIB%\hopscope.jar" dev.hopscope.app.Main %*
)
exit /b %ERRORLEVEL%

:try
if not exist "%~1\bin\java.exe" exit /b
findstr /r /c:"^JAVA_VERSION=.2[5-9]" /c:"^JAVA_VERSION=.[3-9][0-9]" "%~1\release" >nul 2>nul && set "JAVA=%~1\bin\java.exe"
exit /b
