// An OpenID provider on the loopback, at the port that is the argument. For each signature algorithm it has a key and
// an API: a token for urn:shop:ES512 is signed by ES512. Says "ready" when it answers.
import { generateKeyPairSync } from "node:crypto";
import Provider from "oidc-provider";

const port = Number(process.argv[2]);
const issuer = `http://127.0.0.1:${port}`;
const curves = { ES256: "P-256", ES384: "P-384", ES512: "P-521" };
const algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", ...Object.keys(curves), "EdDSA"];

function keyPair(algorithm) {
  if (algorithm in curves) return generateKeyPairSync("ec", { namedCurve: curves[algorithm] });
  if (algorithm === "EdDSA") return generateKeyPairSync("ed25519");
  return generateKeyPairSync("rsa", { modulusLength: 3072 });
}

const keys = algorithms.map((alg) => ({
  ...keyPair(alg).privateKey.export({ format: "jwk" }),
  alg,
  kid: alg,
  use: "sig",
}));

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "billing",
      client_secret: "secret-billing",
      token_endpoint_auth_method: "client_secret_post",
      grant_types: ["client_credentials"],
      redirect_uris: [],
      response_types: [],
    },
  ],
  jwks: { keys },
  enabledJWA: { idTokenSigningAlgValues: algorithms },
  extraTokenClaims: () => ({ groups: ["user"] }),
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: (context, resource) => ({
        scope: "read",
        audience: "shop-api",
        accessTokenFormat: "jwt",
        jwt: { sign: { alg: resource.split(":").at(-1) } },
      }),
    },
  },
});
provider.listen(port, "127.0.0.1", () => console.log("ready"));
