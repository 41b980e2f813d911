// oidc-provider as a peer of make bench: PORT ALG, its store in memory, as it comes out of the box.
//
// Nobody is asked for consent, so that a sign-in by session is three requests, and one by form six.

import { createServer } from 'node:http';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { Provider } from 'oidc-provider';

const [port, alg] = process.argv.slice(2);
const kind = { RS256: ['rsa', { modulusLength: 2048 }], ES256: ['ec', { namedCurve: 'P-256' }] };
const { privateKey } = generateKeyPairSync(...kind[alg]);

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{
    client_id: 'bench',
    client_secret: 'bench-secret',
    redirect_uris: ['http://127.0.0.1:9999/callback'],
    token_endpoint_auth_method: 'client_secret_post',
    id_token_signed_response_alg: alg,
  }],
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg, kid: 'bench' }] },
  claims: { openid: ['sub'], profile: ['name', 'birthdate'] },
  cookies: { keys: [randomBytes(32).toString('hex')] },
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => false },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, sub) => ({
    accountId: sub,
    claims: () => ({ sub, name: 'Jan Peeters', birthdate: '1985-03-14' }),
  }),
  async loadExistingGrant(ctx) {
    const { client, session, provider: own } = ctx.oidc;
    const known = session.grantIdFor(client.clientId);
    if (known) return own.Grant.find(known);
    const grant = new own.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope('openid profile');
    await grant.save();
    return grant;
  },
});

const answer = provider.callback();

async function body(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return new URLSearchParams(text);
}

createServer(async (request, response) => {
  if (!request.url.startsWith('/interaction/')) {
    answer(request, response);
  } else if (request.method === 'GET') {
    await provider.interactionDetails(request, response);
    const page = '<!doctype html><form method="post"><input name="login"><button>Sign in</button></form>';
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': page.length }).end(page);
  } else {
    const accountId = (await body(request)).get('login');
    await provider.interactionFinished(request, response, { login: { accountId } });
  }
}).listen(Number(port), '127.0.0.1');
