/** What comes from outside: `paralel:` links, files, second starts. They lead somewhere or nowhere, and change nothing. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { pathOfLink } from '../../../src/shared/links';
import { goTo, pathOf } from '../desk';
import { attack, settle } from './attacked';
import { receivedCalls, recordCalls } from './main-side';

const attacked = attack();
beforeAll(() => recordCalls(attacked.desktop));

/** What a reader would not want changed. */
async function kept(): Promise<unknown> {
  return attacked.page.evaluate(() => window.paralel?.call('settings.get', {}));
}

/** With what SQLite has yet to bring into it. */
function notebook(): string {
  const hash = createHash('sha256');
  for (const file of ['notebook.db', 'notebook.db-wal'].map((name) => join(attacked.home.library, name)))
    if (existsSync(file)) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** As macOS hands one on, which is what every other way comes to as well. */
function arrive(event: 'open-url' | 'open-file', what: string): Promise<boolean> {
  return attacked.desktop.evaluate(
    ({ app }, given) => {
      let isTaken = false;
      app.emit(given.event as 'open-url', { preventDefault: () => (isTaken = true) } as never, given.what);
      return isTaken;
    },
    { event, what },
  );
}

/** Whichever way its letters are written. */
function placeOf(path: string): unknown {
  const { pathname, searchParams } = new URL(path, 'x://x');
  return [pathname, ...searchParams];
}

const writes = async (): Promise<string[]> =>
  (await receivedCalls(attacked.desktop)).filter((call) =>
    /'(?:settings\.set|shell\.(?!info)[\w-]+)'/u.test(call),
  );

/** Many of them nearly right. */
const part = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('article', 'names', 'settings', 'call', 'shell.print', 'settings.set', '..', '%2e%2e', '//evil.example', 'javascript:alert(1)',
    'izbica-massacre', '<script>', '\0', '\u202e', '?', '#', '&', '='),
); // prettier-ignore
const links = fc.oneof(
  fc.array(part, { maxLength: 5 }).map((parts) => `paralel:${parts.join('/')}`),
  fc.tuple(fc.constantFrom('article/izbica-massacre', 'search', 'settings', 'names', ''), fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 })).map(
    ([place, query]) => `paralel:${place}?${new URLSearchParams(query)}`,
  ),
  fc.constantFrom('paralel:settings?theme=dark', 'paralel:settings?welcomed=false', 'paralel://settings/#x', 'PARALEL:', 'paralel:///', 'paralel:%'),
  fc.string({ maxLength: 3_000 }).map((text) => `paralel:search?words=${text}`),
); // prettier-ignore

describe('a link', () => {
  it('only ever leads to one of our own places, and changes no setting', async () => {
    const { page } = attacked;
    const before = await kept();
    await receivedCalls(attacked.desktop);
    let at = '/';
    await fc.assert(
      fc.asyncProperty(links, async (link) => {
        expect(await arrive('open-url', link)).toBe(true);
        await settle(page, 60);
        // A page that has to be fetched first takes its time.
        at = pathOfLink(link) ?? at;
        await expect.poll(() => placeOf(pathOf(page))).toEqual(placeOf(at));
        expect(pathOf(page)).toMatch(
          /^\/(?:(?:article|names)\/[a-z0-9-]+|names|figures|settings|about|keys|welcome|search)?(?:\?.*)?$/u,
        );
      }),
      { numRuns: 60, endOnFailure: true },
    );
    expect(await writes()).toEqual([]);
    expect(await kept()).toEqual(before);
    await goTo(page, '/');
  });

  it('that is none of ours leaves what the reader wrote as it is, to the byte', async () => {
    const { page } = attacked;
    await settle(page, 800);
    const before = notebook();
    for (const link of ['paralel:call/settings.set?theme=dark', 'paralel:settings?welcomed=false', 'https://evil.example/', 'javascript:alert(1)',
      'file:///etc/passwd', 'paralel:article/../../notebook', 'paralel:article/IZBICA', `paralel:${'x'.repeat(100_000)}`, ''])
      await arrive('open-url', link);
    await settle(page, 800);
    expect(pathOf(page)).toBe('/');
    expect(notebook()).toBe(before);
    expect(await writes()).toEqual([]);
  }); // prettier-ignore

  it('is told of as text where it leads nowhere', async () => {
    const { page } = attacked;
    await arrive('open-url', 'paralel:<img src=x onerror=top.ran=1>\u202egnp.exe');
    const word = page.getByText('<img src=x onerror=top.ran=1>');
    await word.first().waitFor();
    expect(await word.first().textContent()).not.toMatch(/\p{Bidi_Control}/u);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });
});

describe('a file', () => {
  it('is named and not opened, whatever it is called', async () => {
    const { page } = attacked;
    for (const path of [
      '/etc/passwd',
      '\\\\server\\share\\evil.exe',
      '/tmp/<script>top.ran=1</script>.paralel',
      '/tmp/\u202egpj.paralel',
      '',
      `/tmp/${'a'.repeat(50_000)}`,
    ])
      expect(await arrive('open-file', path)).toBe(true);
    await settle(page);
    expect(pathOf(page)).toBe('/');
    expect(await page.evaluate(() => [document.title, 'ran' in window])).toEqual([await page.title(), false]);
    expect(await writes()).toEqual([]);
  });
});

describe('a second start', () => {
  it.each([
    ['nothing', []],
    ['ten thousand words', Array.from({ length: 10_000 }, (_, i) => `x${i}`)],
    ['a word as long as a book', ['x'.repeat(100_000)]],
    ['the engine’s own options', [
      '--remote-debugging-port=9333', '--remote-debugging-pipe', '--inspect=9334', '--inspect-brk', '--js-flags=--expose-gc', '--load-extension=/tmp/x',
      '--no-sandbox', '--disable-web-security', '--gpu-launcher=/bin/false', '--renderer-cmd-prefix=/bin/false', '--proxy-server=http://evil.example:1',
      '--host-resolver-rules=MAP * 127.0.0.1', '--log-net-log=/tmp/evil.json', '--app=https://evil.example/', '--new-window',
    ]],
    ['another library', ['--library=/tmp/evil-library', '--library', '/tmp/evil-library', '--library']],
    ['addresses and files', ['--', 'https://evil.example/', 'javascript:alert(1)', '-x', '../../etc/passwd', '/', '.', 'paralel:settings?theme=dark']],
    ['letters that are none', ['\u202e\u2066', '\uFFFD', '%00', '$(touch /tmp/evil)', '`id`', '"; rm -rf /', "' OR 1=1", '\n\n', '\t', 'а'.repeat(500)]],
  ])('with %s ends at once, and the first goes on unmoved', async (_what, args) => {
    const { desktop, page } = attacked;
    const before = { settings: await kept(), path: pathOf(page), switches: await switchesOf() };
    const { code, output } = await desktop.startAgain(args);
    expect([code, /Error|Exception/u.test(output)], output).toEqual([0, false]);
    await settle(page, 300);
    expect({ settings: await kept(), path: pathOf(page), switches: await switchesOf() }).toEqual(before);
    expect(await writes()).toEqual([]);
    expect(desktop.output()).not.toMatch(/Uncaught|Unhandled|ZodError/u);
  }); // prettier-ignore

  it('that hands on what is no list of words is passed over', async () => {
    const { desktop, page } = attacked;
    const before = pathOf(page);
    await desktop.evaluate(({ app }) => {
      const many = { argv: Array<string>(2_000).fill('paralel:names') };
      for (const handedOn of [undefined, null, 7, 'x', {}, { argv: 'paralel:names' }, { argv: [7] }, many])
        app.emit('second-instance', {} as never, ['paralel:names'], '/', handedOn);
    });
    await settle(page);
    expect(pathOf(page)).toBe(before);
    expect(await writes()).toEqual([]);
    expect(desktop.output()).not.toMatch(/Uncaught|Unhandled|ZodError/u);
  });
});

const switchesOf = (): Promise<string[]> =>
  attacked.desktop.evaluate(({ app }) =>
    [
      'remote-debugging-port',
      'no-sandbox',
      'gpu-launcher',
      'proxy-server',
      'host-resolver-rules',
      'js-flags',
      'log-net-log',
    ].map((name) => `${name}=${app.commandLine.getSwitchValue(name)}`),
  );
