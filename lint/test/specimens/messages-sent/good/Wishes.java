class Wishes {

  enum Wish {
    URGE("case.urged")
  }

  void release() {
    outbox.add(PublishMessage.lasting("whistle.released", key, Map.of()));
  }
}
