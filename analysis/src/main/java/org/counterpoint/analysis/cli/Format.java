package org.counterpoint.analysis.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** For whom an answer is written. */
enum Format {
  TEXT,
  MARKDOWN,
  JSON;

  static Format of(String given, CommandSpec command) {
    return choice(Format.class, "--format", given, command);
  }

  /** The constant that an option names in lower case, or a usage error that names them all. */
  static <E extends Enum<E>> E choice(
      Class<E> type, String option, String given, CommandSpec command) {
    List<String> names = new ArrayList<>();
    for (E one : type.getEnumConstants()) {
      String name = one.name().toLowerCase(Locale.ROOT);
      if (name.equals(given)) {
        return one;
      }
      names.add(name);
    }
    throw new ParameterException(
        command.commandLine(),
        option + ": \"" + given + "\" is none of " + String.join(", ", names));
  }
}
