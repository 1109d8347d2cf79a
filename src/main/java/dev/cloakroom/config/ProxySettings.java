package dev.cloakroom.config;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands between the clients and the server.
 *
 * @param trusted whose word counts; none unless set
 * @param headers the only ones that are read
 */
public record ProxySettings(Set<AddressBlock> trusted, ProxyHeaders headers) {

  public ProxySettings {
    trusted = Set.copyOf(trusted);
  }

  static ProxySettings read(SettingValues values) {
    return new ProxySettings(
        values
            .set(
                Setting.TRUSTED_PROXIES,
                AddressBlock::isWritten,
                "Write each as an address, or as its network's first address and length, such as"
                    + " 10.0.0.0/8, but not that of all addresses.")
            .stream()
            .map(AddressBlock::parse)
            .map(Objects::requireNonNull)
            .collect(Collectors.toUnmodifiableSet()),
        values.choice(Setting.TRUSTED_PROXIES_HEADERS, ProxyHeaders.class));
  }
}
