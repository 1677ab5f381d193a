/** What somebody who has been let in could do to the socket that tells windows what happens. */
import type { Socket } from 'node:net';
import { expect, it, describe } from 'vitest';
import { attack, SHORT } from '../../support/attacked';
import { startTestHost, type TestHost } from '../../support/host';

let host: TestHost;
attack((started) => (host = started));

/** A socket that has been opened by hand. */
async function opened(from: TestHost = host): Promise<{ socket: Socket; closed: Promise<string> }> {
  const { socket, received } = from.open();
  socket.write(from.upgrade());
  await new Promise((resolve) => socket.once('data', resolve));
  return { socket, closed: received.then(({ text }) => text) };
}

const MASK = [1, 2, 3, 4];
/** A client's frame (RFC 6455, 5.2): `first` is FIN, reserved bits and opcode. */
function frame(first: number, payload: string, { masked = true, length = payload.length } = {}): Buffer {
  const bytes = Buffer.from(payload, 'latin1').map((byte, i) => (masked ? byte ^ (MASK[i % 4] ?? 0) : byte));
  const size =
    length < 126 ? [length] : length < 65_536 ? [126, length >> 8, length & 255] : [127, 0, 0, ...eightBytes(length)];
  size[0] = (size[0] ?? 0) | (masked ? 128 : 0);
  return Buffer.from([first, ...size, ...(masked ? MASK : []), ...bytes]);
} // prettier-ignore
const eightBytes = (length: number) =>
  [40, 32, 24, 16, 8, 0].map((shift) => Math.floor(length / 2 ** shift) & 255);

const [TEXT, BINARY, MORE, PING, PONG, CLOSE] = [0x81, 0x82, 0x00, 0x89, 0x8a, 0x88];

describe('a window that speaks', () => {
  it.each([
    ['a text', () => frame(TEXT, '{"method":"settings.set"}')],
    ['an empty text', () => frame(TEXT, '')],
    ['one letter', () => frame(TEXT, 'x')],
    ['bytes', () => frame(BINARY, '\0\xff')],
    ['a ping', () => frame(PING, 'x')],
    ['a text without a mask', () => frame(TEXT, 'x', { masked: false })],
    ['a text that is no UTF-8', () => frame(TEXT, '\xff')],
    ['a text larger than it may be', () => frame(TEXT, 'x'.repeat(70_000))],
    ['the head of 2⁵³ bytes', () => frame(TEXT, '', { length: 2 ** 53 - 1 })],
    ['the head of 2⁶³ bytes', () => Buffer.from([0x81, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 2, 3, 4])],
    ['a fragment that is too large', () => frame(0x01, 'x'.repeat(200))],
    ['fragments of nothing', () => Buffer.concat([frame(0x01, ''), ...Array.from({ length: 50 }, () => frame(MORE, ''))])],
    ['a fragment that continues nothing', () => frame(0x80, 'x')],
    ['a reserved bit', () => frame(0xc1, 'x')],
    ['an opcode that nobody knows', () => frame(0x83, 'x')],
    ['a ping in fragments', () => frame(0x09, 'x')],
    ['a ping larger than it may be', () => frame(PING, 'x'.repeat(126))],
    ['a close of one byte', () => frame(CLOSE, 'x')],
    ['a close with a code that is none', () => frame(CLOSE, '\x03\xed')],
    ['a request', () => Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n')],
  ])('is hung up on, and what it said is not read: %s', async (_, bytes) => {
    const { socket, closed } = await opened();
    socket.write(bytes());
    await closed;
    await expect.poll(() => host.happened.at(-1)).toBe('lost');
    expect(host.asked).toEqual([]);
  }); // prettier-ignore

  it('with its very first bytes, behind the request, is hung up on too', async () => {
    const { socket, received } = host.open();
    socket.write(Buffer.concat([Buffer.from(host.upgrade(), 'latin1'), frame(TEXT, 'x')]));
    expect((await received).text).toMatch(/^HTTP\/1\.1 101 /);
    expect(host.asked).toEqual([]);
  });

  it('byte by byte is hung up on as soon as it has said something', async () => {
    const { socket, closed } = await opened();
    socket.setNoDelay(true);
    for (const byte of frame(TEXT, 'x')) {
      socket.write(Buffer.from([byte]));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await closed;
  });

  it('its goodbye is heard', async () => {
    const { socket, closed } = await opened();
    socket.write(frame(CLOSE, '\x03\xe8'));
    expect(await closed).toContain('\x88\x02\x03\xe8');
    await expect.poll(() => host.happened.at(-1)).toBe('left');
  });

  it('with pongs that nobody asked for changes nothing', async () => {
    const { socket, closed } = await opened();
    for (let n = 0; n < 1_000; n++) socket.write(frame(PONG, 'x'));
    host.windows.tell({ type: 'notice', notice: { code: 'library-restarted', params: {} } });
    await new Promise((resolve) => socket.once('data', resolve));
    socket.end();
    expect(await closed).toContain('library-restarted');
  });
});

describe('a window that is silent', () => {
  it('stays open beyond every limit of a request', async () => {
    const { socket, closed } = await opened();
    await new Promise((resolve) => setTimeout(resolve, SHORT.idle + 500));
    host.windows.tell({ type: 'notice', notice: { code: 'library-restarted', params: {} } });
    socket.end();
    expect(await closed).toContain('library-restarted');
  });

  it('and answers no ping is gone after three', async () => {
    const watchful = await startTestHost({ windows: { ping: 50 } });
    const dead = await opened(watchful);
    const alive = watchful.listen('w-2');
    await new Promise((resolve) => alive.once('open', resolve));
    expect((await dead.closed).split('\x89\0')).toHaveLength(3);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(alive.readyState).toBe(alive.OPEN);
    alive.terminate();
    await watchful.close();
  });

  it('with one half of its connection closed is let go', async () => {
    const { socket, closed } = await opened();
    socket.end();
    await closed;
    await expect.poll(() => host.happened.at(-1)).toBe('lost');
  });

  it('and takes nothing of what it is told is let go before it fills the memory', async () => {
    const { socket } = await opened();
    socket.pause();
    const long = { type: 'go', path: 'x'.repeat(50_000) } as const;
    for (let n = 0; n < 2_000 && host.happened.at(-1) !== 'lost'; n++) {
      host.windows.tell(long);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(host.happened.at(-1)).toBe('lost');
    socket.destroy();
  });
});

describe('a host that closes', () => {
  it('tells its windows, and waits for none', async () => {
    const closing = await startTestHost();
    const polite = closing.listen('w-1');
    await new Promise((resolve) => polite.once('open', resolve));
    const { closed } = await opened(closing);
    const code = new Promise((resolve) => polite.once('close', resolve));
    await closing.close();
    expect(await code).toBe(1001);
    expect(await closed).toContain('\x88\x02\x03\xe9');
  }, 15_000);
});
