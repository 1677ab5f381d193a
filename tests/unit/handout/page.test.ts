import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printPage } from '../../../src/library/printing/page';
import { handoutIn } from './articles';

const TEMPLATE = readFileSync(resolve(import.meta.dirname, '../../../src/renderer/print.html'), 'utf8');
const HOSTILE = '</title></script><script>alert(1)</script><!-- $& $` & " \u2028\u2029';

function dataIn(page: string): unknown {
  const [, data = ''] = /<script type="application\/json" id="handout">([^<]*)<\/script>/.exec(page) ?? [];
  return JSON.parse(data);
}

describe('the print page', () => {
  it('holds the whole handout', () => {
    const handout = handoutIn(['sr-Cyrl', 'sq']);
    expect(dataIn(printPage(TEMPLATE, handout))).toEqual(handout);
  });

  it('says its language and title', () => {
    const page = printPage(TEMPLATE, handoutIn(['sr-Cyrl']));
    expect(page).toContain('<html lang="sr-Cyrl">');
    expect(page).toContain('<title>Масакр у Избици</title>');
  });

  it('gives a hostile text no way out of the title or the data', () => {
    const handout = { ...handoutIn(['en']), title: HOSTILE };
    const [edition] = handout.chapters[0]!.editions;
    edition!.title = HOSTILE;
    edition!.blocks[0]!.text = HOSTILE;
    const page = printPage(TEMPLATE, handout);
    const scripts = (text: string) => text.match(/<script/g)?.length;
    expect(scripts(page)).toBe(scripts(TEMPLATE));
    expect(page.match(/<!--/g)).toEqual(TEMPLATE.match(/<!--/g));
    expect(page.match(/<\/title>/g)).toHaveLength(1);
    expect(page.slice(page.indexOf('<script'))).not.toMatch(/[\u2028\u2029]/);
    expect(dataIn(page)).toEqual(handout);
  });

  it('refuses a page that is not the print page', () => {
    expect(() =>
      printPage('<!doctype html><html lang="en"><title>Paralel</title>', handoutIn(['en'])),
    ).toThrow(RangeError);
  });
});
