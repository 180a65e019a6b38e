package org.counterpoint.analysis.cli;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the output goes.
 *
 * @param isColourful whether it is a terminal whose user wants colours
 */
record Terminal(Charset charset, boolean isColourful) {

  /** A file or a pipe. */
  static final Terminal NONE = new Terminal(StandardCharsets.UTF_8, false);

  /** What this process was started in. */
  static Terminal ofProcess(Charset charset) {
    return new Terminal(charset, isColourful(isInteractive(System.console()), System.getenv()));
  }

  /** No colours where they are asked not to be (no-color.org), or the terminal has none. */
  static boolean isColourful(boolean isInteractive, Map<String, String> environment) {
    return isInteractive
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** From JDK 22 on there is a console also where there is no terminal, and it can be asked. */
  private static boolean isInteractive(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderThan22) {
      return true;
    } catch (ReflectiveOperationException impossible) {
      return false;
    }
  }
}
