package org.counterpoint.sharing;

/** The handles under the tests of {@link Arc}. */
enum ArcKind {

  /** Arc as it is. */
  AS_IT_IS {
    @Override
    Handle create(Payload payload) {
      return new Handle.Sound(new Arc<>(payload));
    }
  },

  /** Broken: must be caught by all tests. */
  RACY {
    @Override
    Handle create(Payload payload) {
      return new RacyHandle(payload);
    }
  };

  abstract Handle create(Payload payload);
}
