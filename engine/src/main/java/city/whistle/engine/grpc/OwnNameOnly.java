package city.whistle.engine.grpc;

import city.whistle.engine.http.Door;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/** Refuses calls in the name of a server that this one isn't. */
final class OwnNameOnly implements ServerInterceptor {

  private final Door door;

  OwnNameOnly(Door door) {
    this.door = door;
  }

  @Override
  public <Q, A> Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (door.isMeantBy(call.getAuthority())) {
      return next.startCall(call, headers);
    }
    call.close(
        Status.PERMISSION_DENIED.withDescription(
            "The call's authority names another server: ask by this one's address, or start it with that name among its own."),
        new Metadata());
    return new Listener<>() {};
  }
}
