package org.counterpoint.analysis.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command line came to. */
record Result(int exit, String out, String err) {

  /** Into a file or a pipe. */
  static Result run(String... args) {
    return run(Terminal.NONE, args);
  }

  static Result run(Terminal terminal, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), terminal, args);
    return new Result(exit, out.toString(), err.toString());
  }
}
