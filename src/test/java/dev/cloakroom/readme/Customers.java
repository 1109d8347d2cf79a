package dev.cloakroom.readme;

/** Stands for whatever the reader's application knows of its customers. */
interface Customers {

  boolean know(String name, char[] password);
}
