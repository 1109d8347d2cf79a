package dev.cloakroom.factor;

import io.nayuki.qrcodegen.QrCode;

/** QR codes (ISO/IEC 18004) as SVG. */
final class QrPicture {
  /** So many modules around a code stay light (section 6.3.8). */
  private static final int QUIET_ZONE = 4;

  private static final String SVG =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" role="img" \
      shape-rendering="crispEdges"><title>QR code for an authenticator app</title>\
      <rect width="100%%" height="100%%" fill="#fff"/><path fill="#000" d="%s"/></svg>""";

  private QrPicture() {}

  /** The picture of a text, one path of squares. */
  static String of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET_ZONE).append(' ').append(y + QUIET_ZONE);
          path.append("h1v1h-1z");
        }
      }
    }
    int size = code.size + 2 * QUIET_ZONE;
    return SVG.formatted(size, size, path);
  }
}
