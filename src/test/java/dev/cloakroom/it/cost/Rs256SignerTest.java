package dev.cloakroom.it.cost;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class Rs256SignerTest {

  @Test
  void token_signed_isVerifiedByThePublicKey() throws GeneralSecurityException {
    Rs256Signer signer = new Rs256Signer(Clock.systemUTC());
    String token = signer.token();
    int end = token.lastIndexOf('.');
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(
        KeyFactory.getInstance("RSA")
            .generatePublic(
                new X509EncodedKeySpec(Base64.getDecoder().decode(signer.publicKey()))));
    signature.update(token.substring(0, end).getBytes(US_ASCII));

    assertThat(signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)))).isTrue();
  }
}
