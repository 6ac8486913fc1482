package city.whistle.workers.attachment;

import city.whistle.workers.access.Caller;

/**
 * From where a photo comes.
 *
 * @param clientId by which it came
 * @param who as the timeline says it
 * @param ofWork whether somebody who works on the case took it, rather than the resident
 */
record PhotoSource(String clientId, String who, boolean ofWork) {

  static PhotoSource resident(Caller caller) {
    return new PhotoSource(caller.clientId(), "hotline:" + caller.clientId(), false);
  }

  static PhotoSource work(Caller caller, String person) {
    return new PhotoSource(caller.clientId(), person, true);
  }
}
