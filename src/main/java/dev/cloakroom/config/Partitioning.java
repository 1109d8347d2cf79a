package dev.cloakroom.config;

/** Whether browsers keep the cookies apart for each site whose pages have them sent (CHIPS). */
public enum Partitioning {
  ON,
  OFF
}
