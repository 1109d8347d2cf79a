package dev.cloakroom.event;

/** Whether a caller logs in on a device that they logged in on before, as far as is remembered. */
public enum Device {
  /** The device showed that this caller logged in on it before. */
  KNOWN,
  /** It showed nothing of this caller that can be believed: worth a mail to them. */
  NEW,
  /** It is not remembered: it has no browser, or {@code cloakroom.device.lifetime} says so. */
  NOT_REMEMBERED
}
