package org.counterpoint.analysis.cli;

/** {@code counterpoint}: parses, wires, exits. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {}
}
