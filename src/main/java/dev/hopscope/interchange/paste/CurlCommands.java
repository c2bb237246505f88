package dev.hopscope.interchange.paste;

import java.util.List;

/** What is said of the other commands in a text. Pure, any thread. */
final class CurlCommands {
    private CurlCommands() {}

    /** Tells of what follows the command at {@code taken}: more requests, or something cut off at an ampersand without quotes. */
    static void tellOthers(List<ShellCommand> commands, int taken, List<Note> notes) {
        List<ShellCommand> later =
                commands.get(taken).piped() ? List.of() : commands.subList(taken + 1, commands.size());
        long requests = later.stream().filter(command -> command.runs("curl")).count();
        if (requests > 0) {
            notes.add(new Note(
                    Note.Kind.LEFT_OUT, "The text holds " + (requests + 1) + " commands of curl; this is the first."));
        }
        later.stream()
                .filter(command -> !command.runs("curl"))
                .findFirst()
                .ifPresent(command -> notes.add(new Note(
                        Note.Kind.LEFT_OUT,
                        "The command ends before '" + Octets.shown(String.join(" ", command.words()))
                                + "'. If that belongs to the URL, put the URL in quotes.")));
    }
}
