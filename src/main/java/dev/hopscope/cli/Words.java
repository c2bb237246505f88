package dev.hopscope.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says what the file system answered. Any thread. */
final class Words {
    private Words() {}

    static String of(IOException e) {
        return switch (e) {
            case NoSuchFileException n -> "there is no such file";
            case FileNotFoundException n -> "there is no such file";
            case AccessDeniedException n -> "permission denied";
            case FileAlreadyExistsException n -> "it exists already";
            case FileSystemException f when f.getReason() != null -> f.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
