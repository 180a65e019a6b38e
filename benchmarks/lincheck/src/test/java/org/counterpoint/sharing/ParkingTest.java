package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ParkingTest {

  /** In a method that it doesn't know to park, a lost wake-up would go unnoticed. */
  @Test
  void knowsAllMethodsThatPark() {
    Set<String> methods =
        new ClassFileImporter()
            .importClasses(MutexLock.class, Lane.class, Channel.class).stream()
                .map(JavaClass::getMethodCallsFromSelf)
                .flatMap(Set::stream)
                .filter(call -> call.getTargetOwner().isEquivalentTo(LockSupport.class))
                .filter(call -> call.getName().startsWith("park"))
                .map(JavaMethodCall::getOrigin)
                .map(origin -> origin.getName())
                .collect(Collectors.toSet());

    Set<String> known = new HashSet<>(Parking.METHODS_THAT_PARK);
    known.addAll(Parking.METHODS_THAT_NAP);
    assertThat(methods).isEqualTo(known);
  }
}
