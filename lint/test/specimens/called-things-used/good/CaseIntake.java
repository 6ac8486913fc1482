class CaseIntake {

  void start() {
    engine.make(new StartProcess("specimen", Map.of(), Set.of()));
  }
}
