/** Checklist, 7: the Content-Security-Policy, on every answer and in force. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { SECURITY_HEADERS } from '../../../src/shared/policies/headers';
import { attack, reload, settle, whilePrinting } from './attacked';

const attacked = attack();

/** Asked by the page itself: what it does not get cannot bind it. */
function headersOf(
  page: Page,
  path: string,
  method = 'GET',
): Promise<{ status: number; headers: Record<string, string> }> {
  return page.evaluate(
    async ([address, verb]) => {
      const { status, headers } = await fetch(address, { method: verb });
      return { status, headers: Object.fromEntries(headers) };
    },
    [path, method] as const,
  );
}

const expected = Object.fromEntries(
  Object.entries(SECURITY_HEADERS).map(([name, value]) => [name.toLowerCase(), value]),
);

async function assetsOf(page: Page): Promise<string[]> {
  const paths = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  return paths.filter((path) => path.startsWith('/assets/'));
}

describe('every answer of our scheme carries the policy', () => {
  it('where it shows a file', async () => {
    const { page } = attacked;
    const assets = await assetsOf(page);
    expect(assets.length).toBeGreaterThan(3);
    for (const path of ['/', '/index.html', '/print.html', ...assets])
      expect(await headersOf(page, path), path).toMatchObject({ status: 200, headers: expected });
  });

  it('where there is none', async () => {
    for (const path of ['/none', '/assets/', '/%2e%2e/package.json', '/index.html%00', '/.env', '/__proto__'])
      expect(await headersOf(attacked.page, path), path).toMatchObject({ status: 404, headers: expected });
  });

  it('where the method is none of ours', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])
      expect(await headersOf(attacked.page, '/', method), method).toMatchObject({
        status: 405,
        headers: expected,
      });
    expect(await headersOf(attacked.page, '/', 'HEAD')).toMatchObject({ status: 200, headers: expected });
  });

  it('where a handout is printed', async () => {
    await whilePrinting(attacked, async (page) => {
      for (const path of [new URL(page.url()).pathname, ...(await assetsOf(page))])
        expect(await headersOf(page, path), path).toMatchObject({ status: 200, headers: expected });
      expect(await headersOf(page, '/')).toMatchObject({ status: 404, headers: expected });
    });
  });

  it('and with it what else keeps a page to itself', () => {
    expect(SECURITY_HEADERS).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
  });
});

/** Runs in the page. Each would leave its name behind. */
function tryScripts(): void {
  const leave = (name: string): string => `(window.ran ??= []).push('${name}')`;
  const put = (tag: string, attributes: Record<string, string>): HTMLElement => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes))
      try {
        element.setAttribute(name, value);
      } catch {
        // Trusted Types refuse some of them.
      }
    return document.body.appendChild(element);
  };
  const attempt = (act: () => unknown): void => {
    try {
      act();
    } catch {
      // Refused, which is what is wanted.
    }
  };
  attempt(() => {
    const script = document.createElement('script');
    script.append(leave('inline'));
    document.body.append(script);
  });
  attempt(() => put('script', { src: `data:text/javascript,${leave('data')}` }));
  attempt(() =>
    put('script', { src: URL.createObjectURL(new Blob([leave('blob')], { type: 'text/javascript' })) }),
  );
  put('img', { src: 'data:,', onerror: leave('onerror') });
  put('div', { onclick: leave('onclick') }).click();
  put('a', { href: `javascript:${leave('link')}` }).click();
  attempt(() => put('a', { href: `javascript:${leave('blank')}`, target: '_blank' }).click());
  attempt(() => (location.href = `javascript:${leave('location')}`));
  attempt(() => put('iframe', { src: `javascript:parent.${leave('frame')}` }));
  attempt(() => put('iframe', { srcdoc: `<script>parent.${leave('srcdoc')}</script>` }));
  attempt(() =>
    put('form', { action: `javascript:${leave('form')}` }).dispatchEvent(new SubmitEvent('submit')),
  );
  attempt(() => setTimeout(leave('timeout') as never, 0));
  // Not now: what the developer tools evaluate may use eval.
  setTimeout(() => {
    attempt(() => (0, eval)(leave('eval')));
    attempt(() => new Function(leave('function'))());
    attempt(() => import(`data:text/javascript,${leave('import')}`).catch(() => {}));
  }, 0);
}

describe('in a page that somebody has got markup into', () => {
  it('no script of theirs runs', async () => {
    const { page } = attacked;
    const violations = page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const seen = new Set<string>();
          document.addEventListener(
            'securitypolicyviolation',
            ({ effectiveDirective }) => void seen.add(effectiveDirective),
          );
          setTimeout(() => resolve([...seen]), 1_500);
        }),
    );
    await page.evaluate(tryScripts);
    await settle(page);
    expect(await page.evaluate(() => (window as unknown as { ran?: string[] }).ran ?? [])).toEqual([]);
    expect(await violations).toEqual(
      expect.arrayContaining(['script-src-elem', 'require-trusted-types-for']),
    );
    await reload(attacked.desktop, page);
  });

  it.each(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'document.write', 'srcdoc', 'createContextualFragment', 'parseFromString', 'setHTMLUnsafe', 'script.text'])(
    'none comes by way of %s, which takes trusted text only', async (sink) => {
    const { page } = attacked;
    const outcome = await page.evaluate((name) => {
      const html = '<img src=x>';
      const div = document.body.appendChild(document.createElement('div'));
      const sinks: Record<string, () => unknown> = {
        innerHTML: () => (div.innerHTML = html),
        outerHTML: () => (div.outerHTML = html),
        insertAdjacentHTML: () => div.insertAdjacentHTML('beforeend', html),
        'document.write': () => document.write(html),
        srcdoc: () => (document.createElement('iframe').srcdoc = html),
        createContextualFragment: () => document.createRange().createContextualFragment(html),
        parseFromString: () => new DOMParser().parseFromString(html, 'text/html'),
        setHTMLUnsafe: () => div.setHTMLUnsafe(html),
        'script.text': () => (document.createElement('script').text = html),
      };
      try {
        sinks[name]?.();
        return 'taken';
      } catch (error) {
        return (error as Error).name;
      }
    }, sink);
    expect(outcome).toBe('TypeError');
  }); // prettier-ignore

  it.each(['evil', 'default', 'vue'])('no policy of theirs is made that would trust it: %s', async (name) => {
    const outcome = await attacked.page.evaluate((asked) => {
      const { trustedTypes } = window as unknown as {
        trustedTypes: { createPolicy(name: string, rules: object): unknown };
      };
      try {
        return String(trustedTypes.createPolicy(asked, { createHTML: (html: string) => html }));
      } catch (error) {
        return (error as Error).name;
      }
    }, name);
    expect(outcome).toBe('TypeError');
  });

  it('no other base for its addresses comes to be', async () => {
    const { page } = attacked;
    await page.evaluate(() => {
      const base = document.createElement('base');
      base.href = 'https://evil.example/';
      document.head.append(base);
    });
    expect(await page.evaluate(() => new URL(document.baseURI).origin === location.origin)).toBe(true);
    await reload(attacked.desktop, page);
  });
});
