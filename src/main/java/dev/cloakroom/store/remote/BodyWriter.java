package dev.cloakroom.store.remote;

import dev.cloakroom.crypto.SecretHash;
import dev.cloakroom.store.Assurance;
import dev.cloakroom.store.BeanState;
import dev.cloakroom.store.Limits;
import dev.cloakroom.store.Login;
import dev.cloakroom.store.RefreshChain;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.Succession;
import dev.cloakroom.store.Succession.Given;
import dev.cloakroom.store.Succession.Replaced;
import dev.cloakroom.store.TicketState;
import dev.cloakroom.store.TicketState.Persistence;
import dev.cloakroom.store.TicketState.Rotation;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the body of one record, in the order in which {@link BodyReader} reads it. */
final class BodyWriter {
  private final DataOutputStream out;
  private final int form;

  BodyWriter(DataOutputStream out, int form) {
    this.out = out;
    this.form = form;
  }

  void write(SessionRecord record) throws IOException {
    login(record.login());
    moment(record.lastSeenAt());
    ticket(record.ticket());
    refresh(record.refresh());
    beans(record.beans());
  }

  private void login(Login login) throws IOException {
    out.writeUTF(login.callerName());
    texts(login.groups());
    texts(login.methods());
    moment(login.at());
    out.writeUTF(login.client().address());
    out.writeUTF(login.client().userAgent());
  }

  private void texts(Set<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  private void ticket(TicketState ticket) throws IOException {
    secrets(ticket.secrets());
    moment(ticket.lastUsedAt());
    limits(ticket.limits());
    out.writeBoolean(ticket.persistence() == Persistence.PERSISTENT);
    out.writeBoolean(ticket.rotation() == Rotation.DUE);
    assurance(ticket.elevation());
  }

  private void secrets(Succession secrets) throws IOException {
    secret(secrets.inForce().hash(), secrets.inForce().at());
    moment(secrets.inForceSince());
    out.writeByte(secrets.offered().size());
    for (Given one : secrets.offered()) {
      secret(one.hash(), one.at());
    }
    out.writeByte(secrets.replaced().size());
    for (Replaced one : secrets.replaced()) {
      secret(one.hash(), one.honouredUntil());
      moment(one.lateUntil());
    }
  }

  private void secret(SecretHash hash, Instant moment) throws IOException {
    out.write(hash.toBytes());
    moment(moment);
  }

  private void refresh(@Nullable RefreshChain chain) throws IOException {
    out.writeBoolean(chain != null);
    if (chain != null) {
      out.writeUTF(chain.salt());
      out.writeLong(chain.counter());
      moment(chain.movedAt());
      limits(chain.limits());
      assurance(chain.elevation());
    }
  }

  private void assurance(Assurance proven) throws IOException {
    if (form == RecordCodec.FORM_OF_LOGINS) {
      return;
    }
    out.writeByte(proven.moments().size());
    for (Map.Entry<Integer, Instant> proof : proven.moments().entrySet()) {
      out.writeByte(proof.getKey());
      moment(proof.getValue());
    }
    texts(proven.methods());
  }

  private void beans(Map<String, BeanState> beans) throws IOException {
    out.writeInt(beans.size());
    for (Map.Entry<String, BeanState> bean : beans.entrySet()) {
      out.writeUTF(bean.getKey());
      out.writeInt(bean.getValue().size());
      out.write(bean.getValue().toBytes());
    }
  }

  private void limits(Limits limits) throws IOException {
    out.writeLong(limits.idleTimeout().toMillis());
    moment(limits.endsAt());
  }

  private void moment(Instant moment) throws IOException {
    out.writeLong(moment.toEpochMilli());
  }
}
