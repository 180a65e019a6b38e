package org.counterpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RolesTest {

  @Test
  void theParamSaysHowManyOfTheThreadsWrite() {
    assertThat(Roles.count("1", 8)).isEqualTo(1);
    assertThat(Roles.count("3", 8)).isEqualTo(3);
    assertThat(Roles.count(Roles.ALL_BUT_ONE, 8)).isEqualTo(7);
    assertThat(Roles.count(Roles.ALL_BUT_ONE, 2)).isEqualTo(1);
  }

  @Test
  void anotherWordIsRefused() {
    assertThatThrownBy(() -> Roles.count("many", 8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("writers: \"many\" is neither a number nor \"all but 1\"");
  }
}
