package dev.cloakroom.servlet;

import dev.cloakroom.http.Refusal;

/** Who a request comes from: a caller who is logged in, or nobody that is known. */
public sealed interface RequestIdentity permits RequestLogin, RequestIdentity.Anonymous {

  /** A request without any credential of ours. */
  RequestIdentity NOTHING_SHOWN = new Anonymous(Refusal.nothingPresented());

  /** Nobody that is known, and why: what it would be told if it asked for something protected. */
  record Anonymous(Refusal refusal) implements RequestIdentity {}
}
