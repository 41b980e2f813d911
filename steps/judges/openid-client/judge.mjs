// openid-client judges ACM: discovery, code flow with PKCE, state and nonce, userinfo, refresh.
//
// Usage: node judge.mjs <issuer> [persona] [identity]
//
// It prints what it verified as one JSON object.  Whatever it does not trust ends it with exit code 1
// and the reason on stderr.  Nobody clicks: mock_persona makes ACM answer the authorization request with
// one redirect, which fetch does not follow, so that no e-loket has to listen.
import * as oidc from "openid-client";

const [issuer, persona = "jan", identity = "BUR"] = process.argv.slice(2);
const redirectUri = "http://127.0.0.1:9999/callback";
const scope = "openid profile vo rrn offline_access";

const config = await oidc.discovery(
  new URL(issuer),
  "eigen-eloket",
  {},
  oidc.ClientSecretBasic("eigen-eloket-geheim"),
  { execute: [oidc.allowInsecureRequests] }, // A stage on loopback speaks http.
);
// Without this the code flow trusts TLS and looks at no signature.
oidc.enableNonRepudiationChecks(config);

const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
const expectedState = oidc.randomState();
const expectedNonce = oidc.randomNonce();

async function authorize(parameters) {
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope,
    code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: "S256",
    state: expectedState,
    nonce: expectedNonce,
    mock_persona: persona,
    ...parameters,
  });
  const answered = await fetch(url, { redirect: "manual" });
  if (!answered.headers.has("location")) throw new Error(await answered.text());
  return new URL(answered.headers.get("location"));
}

async function reasonOf(attempt) {
  try {
    await attempt;
  } catch (refused) {
    return refused.error ?? refused.code ?? String(refused);
  }
  throw new Error("what had to be refused was not");
}

const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true, maxAge: 3600 };
const tokens = await oidc.authorizationCodeGrant(
  config,
  await authorize({ mock_identity: identity, max_age: "3600" }),
  checks,
);
const claims = tokens.claims();
const userinfo = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub);
const refreshed = await oidc.refreshTokenGrant(config, tokens.refresh_token);
const introspected = await oidc.tokenIntrospection(config, refreshed.access_token);

const refused = {
  another_state: await reasonOf(
    oidc.authorizationCodeGrant(config, await authorize({ mock_identity: identity, state: "x" }), checks),
  ),
  another_nonce: await reasonOf(
    oidc.authorizationCodeGrant(
      config,
      await authorize({ mock_identity: identity, nonce: "x", max_age: "3600" }),
      checks,
    ),
  ),
  another_verifier: await reasonOf(
    oidc.authorizationCodeGrant(config, await authorize({ mock_identity: identity }), {
      ...checks,
      pkceCodeVerifier: oidc.randomPKCECodeVerifier(),
    }),
  ),
  spent_refresh_token: await reasonOf(oidc.refreshTokenGrant(config, tokens.refresh_token)),
  unknown_scope: await reasonOf(
    oidc.authorizationCodeGrant(config, await authorize({ scope: "openid onbekend" }), checks),
  ),
};

const again = await oidc.authorizationCodeGrant(
  config,
  await authorize({ mock_identity: identity, max_age: "3600" }),
  checks,
);
await oidc.tokenRevocation(config, again.access_token);
refused.revoked_access_token = await reasonOf(oidc.fetchUserInfo(config, again.access_token, claims.sub));

const end = oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: redirectUri });

console.log(
  JSON.stringify({
    issuer: config.serverMetadata().issuer,
    claims,
    userinfo,
    refreshed: refreshed.claims(),
    introspected,
    refused,
    end_session: end.href,
  }),
);
