// oauth2-mock-server as a peer of make bench: PORT ALG, as it comes out of the box.

import { OAuth2Server } from 'oauth2-mock-server';

const [port, alg] = process.argv.slice(2);
const server = new OAuth2Server();
await server.issuer.keys.generate(alg);
await server.start(Number(port), '127.0.0.1');
