package org.counterpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.counterpoint.sharing.Arc;
import org.counterpoint.sharing.Rc;
import org.junit.jupiter.api.Test;

class OwnershipBenchmarkTest {

  private final OwnershipBenchmark benchmark = new OwnershipBenchmark();

  @Test
  void theReferenceIsTheValues() {
    OwnershipBenchmark.PlainState state = new OwnershipBenchmark.PlainState();
    assertThat(benchmark.copyReference(state)).isSameAs(state.value);
  }

  @Test
  void everyRcCopyIsGivenBackAndALeakIsFound() {
    OwnershipBenchmark.RcState state = new OwnershipBenchmark.RcState();
    state.open();
    benchmark.copyRc(state);
    Rc<Object> leaked = state.rc.cloneHandle();
    assertThatIllegalStateException().isThrownBy(state::close).withMessageContaining("2 handles");
    leaked.close();
    state.close();
  }

  @Test
  void everyArcCopyIsGivenBackAndALeakIsFound() {
    OwnershipBenchmark.ArcState state = new OwnershipBenchmark.ArcState();
    state.open();
    benchmark.copyArc(state);
    Arc<Object> leaked = state.arc.cloneHandle();
    assertThatIllegalStateException().isThrownBy(state::close).withMessageContaining("2 handles");
    leaked.close();
    state.close();
  }
}
