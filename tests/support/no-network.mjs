/** Loaded before a program under test: whoever looks up a name or connects beyond this machine is written down and refused. */
import { appendFileSync } from 'node:fs';
import dns from 'node:dns';
import net from 'node:net';
import process from 'node:process';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|localhost|)$/u;

/** @param {string} what */
function refuse(what) {
  appendFileSync(process.env['PARALEL_TEST_NETWORK_LOG'] ?? '', `${what}\n`);
  throw new Error(`the network was asked for: ${what}`);
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (/** @type {any[]} */ ...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  const host = typeof options === 'object' ? (options.path ? '' : (options.host ?? '')) : '';
  if (!LOOPBACK.test(host)) refuse(`connect ${host}`);
  return connect.apply(this, /** @type {any} */ (args));
};

const lookup = dns.lookup;
// @ts-expect-error one signature stands for the overloads
dns.lookup = (/** @type {string} */ name, /** @type {any[]} */ ...rest) => {
  if (!LOOPBACK.test(name)) refuse(`lookup ${name}`);
  return lookup.apply(dns, /** @type {any} */ ([name, ...rest]));
};
